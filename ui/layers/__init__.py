"""What opens over the counter window: sign-in, pickers, search, second names, reasons, the SOP sheet."""
