require ["fileinto"];
# rule:[迷惑メール]
if header :contains "x-spam-flag" "YES"
{
    fileinto "Junk";
}
# koho
