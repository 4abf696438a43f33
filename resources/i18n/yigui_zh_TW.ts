<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>ActionBar</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>ApproverLayer</name>
    <message>
        <source>Approver&apos;s code</source>
        <translation>核准人代號</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>核准</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>The notice given before did not ask for this paper. The reason is kept and counted.</source>
        <translation>先前的一次告知單沒有要求這份文件。原因會保存並列入統計。</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>核准</translation>
    </message>
</context>
<context>
    <name>ContentScreen</name>
    <message>
        <source>Content</source>
        <translation>登記內容</translation>
    </message>
    <message>
        <source>Enter = next field</source>
        <translation>Enter 下一欄</translation>
    </message>
    <message>
        <source>Fields follow the statute; not the official form</source>
        <translation>欄位依法規訂定，非官方申請書</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Type 1150203, 115/2/3 or 2026-02-03</source>
        <translation>請輸入 1150203、115/2/3 或 2026-02-03</translation>
    </message>
    <message>
        <source>see {0}</source>
        <translation>見{0}</translation>
    </message>
    <message>
        <source>from the register</source>
        <translation>由戶役政帶入</translation>
    </message>
    <message>
        <source>by the office</source>
        <translation>由本所填</translation>
    </message>
    <message>
        <source>{0} fields are empty (F3)</source>
        <translation>還有 {0} 欄未填（F3）</translation>
    </message>
    <message>
        <source>Next: check and sign</source>
        <translation>下一步：核對簽名</translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message>
        <source>Call next</source>
        <translation>叫下一號</translation>
    </message>
    <message>
        <source>Printer {0}</source>
        <translation>印表機 {0}</translation>
    </message>
    <message>
        <source>No printer: papers are kept as PDF</source>
        <translation>無印表機，存成 PDF</translation>
    </message>
    <message>
        <source>No visit is held.</source>
        <translation>沒有保留中的臨櫃。</translation>
    </message>
    <message>
        <source>Nothing can be signed yet; the reasons stand with each case.</source>
        <translation>目前沒有可簽名的案件，原因列在各案件下。</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>沒有缺件。</translation>
    </message>
    <message>
        <source>Already saved on this machine, last at {0}.</source>
        <translation>都已存在本機，最後一筆 {0}。</translation>
    </message>
</context>
<context>
    <name>DeliveryScreen</name>
    <message>
        <source>Over the counter</source>
        <translation>臨櫃自取</translation>
    </message>
    <message>
        <source>By mail</source>
        <translation>郵寄</translation>
    </message>
    <message>
        <source>Brought home</source>
        <translation>親送到府</translation>
    </message>
    <message>
        <source>How it is handed over</source>
        <translation>交付方式</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>交付</translation>
    </message>
    <message>
        <source>Nothing is called done before the register has it</source>
        <translation>戶役政確認前不顯示辦結</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>重印</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作廢</translation>
    </message>
    <message>
        <source>{0} copies</source>
        <translation>已印 {0} 份</translation>
    </message>
    <message>
        <source>Receipt {0}</source>
        <translation>收據 {0}</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>列印</translation>
    </message>
    <message>
        <source>Arrival slip {0}</source>
        <translation>收件憑證 {0}</translation>
    </message>
    <message>
        <source>{0} missing</source>
        <translation>缺 {0} 件</translation>
    </message>
    <message>
        <source>One-time notice {0}</source>
        <translation>一次告知單 {0}</translation>
    </message>
    <message>
        <source>the register&apos;s reference, when it has one</source>
        <translation>戶役政案號（有才填）</translation>
    </message>
    <message>
        <source>Finish the visit</source>
        <translation>完成，交付</translation>
    </message>
    <message>
        <source>Not paid yet (F8), or hold the visit</source>
        <translation>尚未收費（F8），或保留這次臨櫃</translation>
    </message>
    <message>
        <source>Prints the arrival slip and frees the counter</source>
        <translation>列印收件憑證並結束這次臨櫃</translation>
    </message>
</context>
<context>
    <name>DetailCap</name>
    <message>
        <source>Issue day and verification</source>
        <translation>核發日與驗證</translation>
    </message>
</context>
<context>
    <name>DetailsLayer</name>
    <message>
        <source>Issued on</source>
        <translation>核發日</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>未驗證</translation>
    </message>
    <message>
        <source>Verified by</source>
        <translation>驗證者</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>記錄</translation>
    </message>
    <message>
        <source>Type 1150203, 115/2/3 or 2026-02-03</source>
        <translation>請輸入 1150203、115/2/3 或 2026-02-03</translation>
    </message>
</context>
<context>
    <name>FactsEditor</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>district; elsewhere with its city</source>
        <translation>苓雅區、臺北市大安區</translation>
    </message>
    <message>
        <source>Type 1150203, 115/2/3 or 2026-02-03</source>
        <translation>請輸入 1150203、115/2/3 或 2026-02-03</translation>
    </message>
    <message>
        <source>Type a number</source>
        <translation>請輸入數字</translation>
    </message>
</context>
<context>
    <name>FactsStrip</name>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>案情</translation>
    </message>
    <message>
        <source>nothing out of the ordinary</source>
        <translation>一般情形</translation>
    </message>
</context>
<context>
    <name>FeeScreen</name>
    <message>
        <source>Fee</source>
        <translation>規費</translation>
    </message>
    <message>
        <source>The receipt number is taken only with the money; no line is needed</source>
        <translation>收款時才取用收據號碼，不受連線影響</translation>
    </message>
    <message>
        <source>Way to pay</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>單價</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>數量</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>小計</translation>
    </message>
    <message>
        <source>No fee is due</source>
        <translation>無應收規費</translation>
    </message>
    <message>
        <source>Paid: {0}</source>
        <translation>已收費：{0}</translation>
    </message>
    <message>
        <source>{0}: NT$ {1} goes to another authority, not on this receipt</source>
        <translation>{0}：{1} 元由其他機關收取，不列入本收據</translation>
    </message>
    <message>
        <source>{0}: the office has not set the amount</source>
        <translation>{0}：本所尚未設定金額</translation>
    </message>
    <message>
        <source>{0} copies</source>
        <translation>{0} 份</translation>
    </message>
    <message>
        <source>{0} sheets</source>
        <translation>每份 {0} 張</translation>
    </message>
    <message>
        <source>One copy less</source>
        <translation>少一份</translation>
    </message>
    <message>
        <source>One copy more</source>
        <translation>多一份</translation>
    </message>
    <message>
        <source>One sheet a copy less</source>
        <translation>每份少一張</translation>
    </message>
    <message>
        <source>One sheet a copy more</source>
        <translation>每份多一張</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>常加收</translation>
    </message>
    <message>
        <source>Late-filing fine NT$ {0}</source>
        <translation>逾期罰鍰 {0} 元</translation>
    </message>
    <message>
        <source>No fine</source>
        <translation>無罰鍰</translation>
    </message>
    <message>
        <source>A fine is decided and paid apart from the fee</source>
        <translation>罰鍰與規費分開收</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>Exact {0}</source>
        <translation>剛好 {0}</translation>
    </message>
    <message>
        <source>No receipt numbers left: use the paper book</source>
        <translation>收據號碼用完，請改用紙本收據</translation>
    </message>
    <message>
        <source>Next receipt</source>
        <translation>收據下一號</translation>
    </message>
    <message>
        <source>{0} numbers left</source>
        <translation>號段剩 {0} 號</translation>
    </message>
    <message>
        <source>Take the fee</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Some cases are not checked or signed yet</source>
        <translation>還有案件未核對或簽名</translation>
    </message>
    <message>
        <source>Next: hand over</source>
        <translation>下一步：交付</translation>
    </message>
    <message>
        <source>A supervisor must set the amount first; hold the visit (Ctrl+H)</source>
        <translation>請主管先設定金額；可先保留（Ctrl+H）</translation>
    </message>
    <message>
        <source>Nothing due, go on</source>
        <translation>無應收，下一步</translation>
    </message>
    <message>
        <source>Take NT$ {0} and print the receipt</source>
        <translation>收款 {0} 元並列印收據</translation>
    </message>
    <message>
        <source>Received is less than due</source>
        <translation>實收少於應收</translation>
    </message>
</context>
<context>
    <name>FiveWay</name>
    <message>
        <source>Original</source>
        <translation>正本</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>影本</translation>
    </message>
    <message>
        <source>Digital</source>
        <translation>電子</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>免附</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺</translation>
    </message>
</context>
<context>
    <name>FloatLayer</name>
    <message>
        <source>Float counted, NT$</source>
        <translation>零用金點收（元）</translation>
    </message>
    <message>
        <source>{0} answers for the drawer from now on.</source>
        <translation>從現在起由 {0} 負責這個錢箱。</translation>
    </message>
    <message>
        <source>{0} hands the drawer over to {1}. Count it together.</source>
        <translation>{0} 將錢箱點交給 {1}，請一起點算。</translation>
    </message>
    <message>
        <source>Open the shift</source>
        <translation>開班</translation>
    </message>
    <message>
        <source>Type a number; 0 is a number too</source>
        <translation>請輸入金額，沒有就輸入 0</translation>
    </message>
</context>
<context>
    <name>FormRow</name>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Training</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>叫號</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>鎖定</translation>
    </message>
</context>
<context>
    <name>IdleScreen</name>
    <message>
        <source>Waiting</source>
        <translation>等候</translation>
    </message>
    <message>
        <source>Receipts today</source>
        <translation>今日收據</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>待命</translation>
    </message>
    <message>
        <source>F4 calls the next number</source>
        <translation>按 F4 叫下一號</translation>
    </message>
    <message>
        <source>{0} papers demanded today that no notice had named</source>
        <translation>今日有 {0} 件文件未列於先前的一次告知單而再要求</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>優先</translation>
    </message>
    <message>
        <source>{0} receipts, NT$ {1}</source>
        <translation>{0} 張，{1} 元</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作廢</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>SOP and keys</source>
        <translation>SOP 與按鍵</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>尋找</translation>
    </message>
    <message>
        <source>Next missing item</source>
        <translation>前往缺件</translation>
    </message>
    <message>
        <source>Call next</source>
        <translation>叫下一號</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Next region</source>
        <translation>下一區</translation>
    </message>
    <message>
        <source>Previous region</source>
        <translation>上一區</translation>
    </message>
    <message>
        <source>Document list</source>
        <translation>文件清單</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>規費</translation>
    </message>
    <message>
        <source>Citizen signs</source>
        <translation>民眾簽名</translation>
    </message>
    <message>
        <source>Finish step</source>
        <translation>完成此步驟</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新增案件</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>取回保留</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>列印</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>鎖定</translation>
    </message>
    <message>
        <source>Already saved</source>
        <translation>已存檔</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>Layer</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation>關閉訊息</translation>
    </message>
</context>
<context>
    <name>NoticeLayer</name>
    <message>
        <source>Language</source>
        <translation>並列語言</translation>
    </message>
    <message>
        <source>All {0} are told at once; nothing else may be asked for later without a reason.</source>
        <translation>這 {0} 件一次告知；之後要再要求其他文件，須附原因。</translation>
    </message>
    <message>
        <source>One-time notice</source>
        <translation>一次告知單</translation>
    </message>
    <message>
        <source>Give and print</source>
        <translation>開立並列印</translation>
    </message>
</context>
<context>
    <name>PaperList</name>
    <message>
        <source>Document and keeping</source>
        <translation>文件與收存方式</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>檢核</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
</context>
<context>
    <name>PaperOut</name>
    <message>
        <source>There is nothing to print on this step.</source>
        <translation>這一步沒有要列印的。</translation>
    </message>
    <message>
        <source>Kept as PDF: {0}</source>
        <translation>已存成 PDF：{0}</translation>
    </message>
</context>
<context>
    <name>PapersScreen</name>
    <message>
        <source>One-time notice</source>
        <translation>一次告知單</translation>
    </message>
    <message>
        <source>All the rest original</source>
        <translation>其餘都是正本</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>正本</translation>
    </message>
    <message>
        <source>Papers to check</source>
        <translation>應備文件</translation>
    </message>
    <message>
        <source>chosen by the facts, {0} in all</source>
        <translation>由案情決定，共 {0} 件</translation>
    </message>
    <message>
        <source>The notice named: {0}. Asking for anything else needs a reason and is counted.</source>
        <translation>告知單已列：{0}。要求其他文件須附原因並列入統計。</translation>
    </message>
    <message>
        <source>If the facts differ, change them above.</source>
        <translation>案情若不同，請按上方「更改」。</translation>
    </message>
    <message>
        <source>{0} missing; the case can still be taken in.</source>
        <translation>缺 {0} 件仍可收件。補正前狀態為「補正」，不會顯示辦結。</translation>
    </message>
    <message>
        <source>The one-time notice lists all that is missing, with reason, law and substitute.</source>
        <translation>一次告知單會列出全部缺件、原因、依據與可代替的文件。</translation>
    </message>
    <message>
        <source>{0} days late, last day was {1}: fine NT$ {2}</source>
        <translation>逾期 {0} 日，期限為 {1}，罰鍰 {2} 元</translation>
    </message>
    <message>
        <source>Last day {0}; in time, no fine</source>
        <translation>期限 {0}，未逾期、無罰鍰</translation>
    </message>
    <message>
        <source>Questions are open (F3)</source>
        <translation>還有案情未回答（F3）</translation>
    </message>
    <message>
        <source>Missing papers go on the notice</source>
        <translation>缺件已列入一次告知單</translation>
    </message>
    <message>
        <source>{0} not looked at yet</source>
        <translation>還有 {0} 件未看</translation>
    </message>
    <message>
        <source>Next: content</source>
        <translation>下一步：登記內容</translation>
    </message>
</context>
<context>
    <name>PartyScreen</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>as on the card, any length</source>
        <translation>照證件輸入，不限字數</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>統號</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Why the number stands</source>
        <translation>統號存疑原因</translation>
    </message>
    <message>
        <source>More services</source>
        <translation>更多服務</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>當事人</translation>
    </message>
    <message>
        <source>Scan the card or type; each field is saved when left</source>
        <translation>掃描證件或輸入，離開欄位即存檔</translation>
    </message>
    <message>
        <source>Services of this visit</source>
        <translation>本次辦理</translation>
    </message>
    <message>
        <source>Often</source>
        <translation>常用</translation>
    </message>
    <message>
        <source>Check digit or form is wrong; go on with a reason</source>
        <translation>檢查碼或格式不符，可附原因繼續</translation>
    </message>
    <message>
        <source>Number is right</source>
        <translation>號碼相符</translation>
    </message>
    <message>
        <source>Type 1150203, 115/2/3 or 2026-02-03</source>
        <translation>請輸入 1150203、115/2/3 或 2026-02-03</translation>
    </message>
    <message>
        <source>Applies as</source>
        <translation>申請身分</translation>
    </message>
    <message>
        <source>None yet. Pick one with a favourite key or Ctrl+N.</source>
        <translation>尚未選擇。按常用鍵或 Ctrl+N 選服務。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Next: papers</source>
        <translation>下一步：文件</translation>
    </message>
    <message>
        <source>Pick a service first</source>
        <translation>請先選擇服務</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>必填</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Live preview</source>
        <translation>即時預覽</translation>
    </message>
    <message>
        <source>Not paid, number not taken</source>
        <translation>尚未收款，號碼未取用</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>規費</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收您</translation>
    </message>
    <message>
        <source>Your change</source>
        <translation>找您</translation>
    </message>
    <message>
        <source>What the citizen is told</source>
        <translation>民眾看到的金額</translation>
    </message>
    <message>
        <source>NT$ {0}</source>
        <translation>{0} 元</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>The program could not get ready. No data was changed. Call the help desk and name this code.</source>
        <translation>程式無法備妥，資料沒有改變。請聯絡服務台並告知代碼。</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>準備中…</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>In progress</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>Held {0}</source>
        <translation>保留 {0}</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>已開啟</translation>
    </message>
    <message>
        <source>Pre-reviewed</source>
        <translation>預審</translation>
    </message>
    <message>
        <source>Papers to bring</source>
        <translation>補正</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>待繳費</translation>
    </message>
    <message>
        <source>Walk-in {0}</source>
        <translation>現場 {0}</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Visits</source>
        <translation>臨櫃清單</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>尋找</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待辦</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等候</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Document list</source>
        <translation>文件清單</translation>
    </message>
    <message>
        <source>SOP and law</source>
        <translation>SOP 與法規</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>齊備</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺</translation>
    </message>
    <message>
        <source>Not enough</source>
        <translation>不足</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>依據</translation>
    </message>
    <message>
        <source>Instead</source>
        <translation>可代</translation>
    </message>
    <message>
        <source>Go to it</source>
        <translation>前往缺件</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>正本</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>影本</translation>
    </message>
    <message>
        <source>Checked digitally</source>
        <translation>電子查驗</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>免附</translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation>未看</translation>
    </message>
</context>
<context>
    <name>ReasonLayer</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Keep the reason</source>
        <translation>記錄原因</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>必填</translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message>
        <source>Signed on paper</source>
        <translation>紙本簽名</translation>
    </message>
    <message>
        <source>Signed on the pad</source>
        <translation>手寫板簽名</translation>
    </message>
    <message>
        <source>Fingerprint, two witnesses</source>
        <translation>指印，二名證人</translation>
    </message>
    <message>
        <source>How it is signed</source>
        <translation>簽名方式</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>簽名</translation>
    </message>
    <message>
        <source>Check and sign</source>
        <translation>核對簽名</translation>
    </message>
    <message>
        <source>The citizen reads this and signs</source>
        <translation>請民眾閱讀後簽名</translation>
    </message>
    <message>
        <source>Goes to: {0}</source>
        <translation>應辦理：{0}</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新開啟</translation>
    </message>
    <message>
        <source>Not filled in: {0}</source>
        <translation>尚未填：{0}</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>開立此項</translation>
    </message>
    <message>
        <source>Goes with it</source>
        <translation>隨案辦理</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>規費</translation>
    </message>
    <message>
        <source>NT$ {0}</source>
        <translation>{0} 元</translation>
    </message>
    <message>
        <source>Late-filing fine</source>
        <translation>逾期罰鍰</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>辦妥期限</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>核准</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Questions are open (F3)</source>
        <translation>還有案情未回答（F3）</translation>
    </message>
    <message>
        <source>Give the notice</source>
        <translation>開一次告知單</translation>
    </message>
    <message>
        <source>All that is missing is told at once</source>
        <translation>缺件一次告知</translation>
    </message>
    <message>
        <source>Close without taking in</source>
        <translation>退件，不受理</translation>
    </message>
    <message>
        <source>Papers go back to the citizen</source>
        <translation>文件退還民眾</translation>
    </message>
    <message>
        <source>Accept and sign</source>
        <translation>受理並簽名</translation>
    </message>
    <message>
        <source>F9 does the same</source>
        <translation>F9 相同</translation>
    </message>
    <message>
        <source>Next: fee</source>
        <translation>下一步：規費</translation>
    </message>
</context>
<context>
    <name>SearchLayer</name>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>What</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>About</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Name, ID, phone, case, receipt or service</source>
        <translation>姓名、統號、電話、案號、收據或服務</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>尋找</translation>
    </message>
    <message>
        <source>Names are masked until a visit is opened</source>
        <translation>開啟臨櫃前，姓名遮蔽顯示</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>臨櫃</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收據</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服務</translation>
    </message>
    <message>
        <source>new case</source>
        <translation>新增案件</translation>
    </message>
</context>
<context>
    <name>ServicePicker</name>
    <message>
        <source>Service</source>
        <translation>服務</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>依據</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>Chinese, English or code</source>
        <translation>中文、英文或代碼</translation>
    </message>
    <message>
        <source>{0} services; Enter opens one</source>
        <translation>共 {0} 項，Enter 開案</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新增案件</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Training</source>
        <translation>訓練</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Sign in</source>
        <translation>登入</translation>
    </message>
    <message>
        <source>Clerk code</source>
        <translation>承辦人代號</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>Training on made-up data: sign in as {0}</source>
        <translation>訓練用假資料，請以 {0} 登入</translation>
    </message>
    <message>
        <source>Everything is kept on this machine, with or without a line.</source>
        <translation>資料一律先存本機，有無連線都可作業。</translation>
    </message>
</context>
<context>
    <name>SopLayer</name>
    <message>
        <source>Open a case to see its papers and law here.</source>
        <translation>開案後，這裡顯示應備文件與法規。</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>SOP and law</source>
        <translation>SOP 與法規</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>亮色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>暗色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高對比</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>字級</translation>
    </message>
    <message>
        <source>Not verified against a full source; treat with care</source>
        <translation>尚未完整查證，請留意</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>Offline</source>
        <translation>離線</translation>
    </message>
    <message>
        <source>Offline {0}</source>
        <translation>離線 {0}</translation>
    </message>
    <message>
        <source>{0} to send (oldest {1})</source>
        <translation>待送 {0} 筆（最舊 {1}）</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>已同步</translation>
    </message>
    <message>
        <source>Syncing, {0} to send</source>
        <translation>同步中，待送 {0} 筆</translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation>無待送</translation>
    </message>
    <message>
        <source>Central&apos;s certificate is not trusted</source>
        <translation>中央憑證不受信任</translation>
    </message>
    <message>
        <source>Central&apos;s address is wrong</source>
        <translation>中央網址錯誤</translation>
    </message>
    <message>
        <source>Central does not accept this station&apos;s signature</source>
        <translation>中央不接受本站簽章</translation>
    </message>
    <message>
        <source>Central does not know this station</source>
        <translation>中央不認得本站</translation>
    </message>
    <message>
        <source>This data file is older than what central has seen</source>
        <translation>資料檔比中央所知的舊</translation>
    </message>
    <message>
        <source>Central holds other entries under the same numbers</source>
        <translation>中央同號資料不同</translation>
    </message>
    <message>
        <source>This station was revoked</source>
        <translation>本站已撤銷</translation>
    </message>
    <message>
        <source>This station is not enrolled</source>
        <translation>本站尚未登錄</translation>
    </message>
    <message>
        <source>An answer was not signed by central</source>
        <translation>回應非中央簽章</translation>
    </message>
    <message>
        <source>Another central answered</source>
        <translation>回應來自其他中央</translation>
    </message>
    <message>
        <source>This station belongs to another office</source>
        <translation>本站屬於其他戶所</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需處理</translation>
    </message>
    <message>
        <source>never</source>
        <translation>尚無</translation>
    </message>
    <message>
        <source>Saved here {0}</source>
        <translation>已存本機 {0}</translation>
    </message>
    <message>
        <source>Last sync {0}</source>
        <translation>上次同步 {0}</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>SOP</source>
        <translation>SOP</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Steps</source>
        <translation>步驟</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Party</source>
        <translation>當事人</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>登記內容</translation>
    </message>
    <message>
        <source>Check and sign</source>
        <translation>核對簽名</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>規費</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>交付</translation>
    </message>
</context>
<context>
    <name>Sums</name>
    <message>
        <source>Received</source>
        <translation>實收</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>應收</translation>
    </message>
    <message>
        <source>empty = exact</source>
        <translation>空白＝剛好</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
</context>
<context>
    <name>VoidLayer</name>
    <message>
        <source>Wrong amount</source>
        <translation>金額錯誤</translation>
    </message>
    <message>
        <source>Wrong payer</source>
        <translation>繳款人錯誤</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>民眾撤回</translation>
    </message>
    <message>
        <source>Paper spoilt</source>
        <translation>紙張毀損</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Receipt {0} of NT$ {1}: the number stays used, the payer&apos;s copy is taken back.</source>
        <translation>收據 {0}，{1} 元：號碼保留為已用，收執聯須收回。</translation>
    </message>
    <message>
        <source>Void the receipt</source>
        <translation>作廢收據</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作廢</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>{0} min</source>
        <translation>{0} 分</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} 時 {1} 分</translation>
    </message>
    <message>
        <source>Pre-reviewed</source>
        <translation>預審</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>Papers to bring</source>
        <translation>補正</translation>
    </message>
    <message>
        <source>To sign</source>
        <translation>待簽</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>待繳費</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已收費</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>辦結</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>退件</translation>
    </message>
    <message>
        <source>Can be accepted</source>
        <translation>可以受理</translation>
    </message>
    <message>
        <source>Can be accepted, late: a fine is due</source>
        <translation>可以受理，逾期須裁罰</translation>
    </message>
    <message>
        <source>Can be accepted, finished later</source>
        <translation>可以受理，日後辦妥</translation>
    </message>
    <message>
        <source>Papers are missing</source>
        <translation>文件未齊</translation>
    </message>
    <message>
        <source>Another agency is in charge</source>
        <translation>屬其他機關</translation>
    </message>
    <message>
        <source>Cannot be accepted</source>
        <translation>不能受理</translation>
    </message>
    <message>
        <source>Cannot be accepted yet</source>
        <translation>目前不能受理</translation>
    </message>
    <message>
        <source>This is another service</source>
        <translation>應辦其他項目</translation>
    </message>
    <message>
        <source>Another office is in charge</source>
        <translation>應至其他戶所</translation>
    </message>
    <message>
        <source>Withdrawn by the citizen</source>
        <translation>民眾撤回</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>現金</translation>
    </message>
    <message>
        <source>EasyCard</source>
        <translation>悠遊卡</translation>
    </message>
    <message>
        <source>iPASS</source>
        <translation>一卡通</translation>
    </message>
    <message>
        <source>Taiwan Pay</source>
        <translation>台灣Pay</translation>
    </message>
    <message>
        <source>Credit card</source>
        <translation>信用卡</translation>
    </message>
    <message>
        <source>Seen and given back</source>
        <translation>驗畢退還</translation>
    </message>
    <message>
        <source>A copy is kept</source>
        <translation>影本留存</translation>
    </message>
    <message>
        <source>The original is kept</source>
        <translation>正本留存</translation>
    </message>
    <message>
        <source>Kept in the file</source>
        <translation>附卷留存</translation>
    </message>
    <message>
        <source>Mission abroad</source>
        <translation>駐外館處</translation>
    </message>
    <message>
        <source>Designated body</source>
        <translation>指定機構</translation>
    </message>
    <message>
        <source>Foreign ministry</source>
        <translation>外交部</translation>
    </message>
    <message>
        <source>Notary</source>
        <translation>公證人</translation>
    </message>
    <message>
        <source>Court</source>
        <translation>法院</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手動</translation>
    </message>
    <message>
        <source>Scanned</source>
        <translation>掃描</translation>
    </message>
    <message>
        <source>Pre-review</source>
        <translation>預審</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>告知單</translation>
    </message>
    <message>
        <source>Electronic</source>
        <translation>電子</translation>
    </message>
    <message>
        <source>clerk</source>
        <translation>承辦人</translation>
    </message>
    <message>
        <source>section chief</source>
        <translation>課長</translation>
    </message>
    <message>
        <source>secretary</source>
        <translation>秘書</translation>
    </message>
    <message>
        <source>head of the office</source>
        <translation>主任</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>the office</source>
        <translation>本所</translation>
    </message>
    <message>
        <source>the city</source>
        <translation>市府</translation>
    </message>
    <message>
        <source>the ministry</source>
        <translation>內政部</translation>
    </message>
</context>
</TS>
