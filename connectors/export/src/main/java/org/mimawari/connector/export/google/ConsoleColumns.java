package org.mimawari.connector.export.google;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The columns of tables that the admin console exports, in English and Japanese, by the names that the Reports API has
 * for the same things; {@code @…} are those that every log has. Other columns keep their own name.
 */
final class ConsoleColumns {

    static final String TIME = "@time";
    static final String EVENT = "@event";
    static final String DESCRIPTION = "@description";
    static final String ACTOR = "@actor";
    static final String IP = "@ip";
    static final String ASN = "@asn";
    static final String COUNTRY = "@country";
    static final String CLIENT = "user_agent";
    private static final Map<String, String> NAMES = new HashMap<>();

    static {
        names(TIME, "date", "time", "timestamp", "event time", "date and time", "日付", "日時", "時刻", "タイムスタンプ",
                "イベント日時");
        names(EVENT, "event", "event name", "イベント", "イベント名");
        names(DESCRIPTION, "description", "event description", "説明", "イベントの説明", "内容");
        names(ACTOR, "actor", "user", "actor email", "admin", "administrator", "user name", "owner of mailbox", "ユーザー",
                "アクター", "操作者", "実行者", "管理者", "ユーザー名", "アクターのメールアドレス");
        names(IP, "ip address", "ip", "client ip", "ip アドレス", "クライアント ip", "クライアント ip アドレス");
        names(ASN, "ip asn", "asn", "ipアドレス asn", "ip の asn");
        names(COUNTRY, "region code", "ip region", "country", "country code", "geo location", "geolocation", "地域コード",
                "国", "国コード", "位置情報");
        names(CLIENT, "user agent", "browser", "ユーザー エージェント");
        login();
        admin();
        applications();
        files();
        mail();
    }

    private ConsoleColumns() {}

    private static void login() {
        names("login_type", "login type", "ログインの種類", "ログイン タイプ", "ログインのタイプ");
        names("login_challenge_method", "challenge type", "challenge method", "login challenge method",
                "login challenge type", "本人確認の種類", "本人確認方法", "本人確認のタイプ", "ログイン時の本人確認の種類",
                "ログイン時の本人確認方法", "チャレンジの種類");
        names("login_challenge_status", "challenge status", "login challenge status", "本人確認のステータス",
                "ログイン時の本人確認のステータス");
        names("login_failure_type", "failure type", "login failure type", "失敗の種類", "ログイン失敗の種類");
        names("is_suspicious", "is suspicious", "suspicious", "不審", "不審なログイン", "疑わしい");
        names("is_second_factor", "is second factor", "second factor", "2 つ目の要素", "第 2 要素", "2 段階目");
        names("affected_email_address", "affected email address", "affected user", "影響を受けたメールアドレス",
                "影響を受けるメールアドレス", "影響を受けたユーザー");
        names("email_forwarding_destination_address", "email forwarding address",
                "email forwarding destination address",
                "forwarding address", "転送先アドレス", "転送先メールアドレス", "メールの転送先アドレス", "メール転送先");
        names("sensitive_action_name", "sensitive action name", "機密性の高い操作の名前");
    }

    private static void admin() {
        names("SETTING_NAME", "setting name", "setting", "設定名", "設定");
        names("NEW_VALUE", "new value", "新しい値", "変更後の値");
        names("OLD_VALUE", "old value", "previous value", "以前の値", "古い値", "変更前の値");
        names("USER_EMAIL", "user email", "target user", "affected user email", "ユーザーのメールアドレス",
                "対象ユーザー", "ユーザーのメール");
        names("DOMAIN_NAME", "domain name", "domain", "ドメイン名", "ドメイン");
        names("GROUP_EMAIL", "group email", "グループのメールアドレス", "グループのメール");
        names("ORG_UNIT_NAME", "org unit name", "organizational unit", "組織部門名", "組織部門");
        names("ROLE_NAME", "role name", "role", "ロール名", "役割名", "ロール");
        names("API_SCOPES", "api scopes", "oauth scopes", "api スコープ");
        names("API_CLIENT_NAME", "api client name", "api クライアント名");
        names("severity", "severity", "重大度");
        names("rule_name", "rule name", "ルール名");
    }

    private static void applications() {
        names("app_name", "app name", "application", "application name", "app", "アプリ名", "アプリケーション名", "アプリ",
                "アプリケーション");
        names("client_id", "client id", "app id", "oauth client id", "クライアント id", "アプリ id");
        names("scope", "scope", "scopes", "スコープ");
        names("api_name", "api name", "api", "api 名");
        names("method_name", "method", "api method", "method name", "メソッド", "api メソッド");
        names("num_response_bytes", "number of response bytes", "response bytes", "応答バイト数", "レスポンスのバイト数");
    }

    private static void files() {
        names("doc_id", "document id", "doc id", "item id", "ドキュメント id", "アイテム id");
        names("doc_title", "title", "document title", "document name", "item name", "タイトル", "ドキュメント名");
        names("visibility", "visibility", "公開設定", "公開範囲", "共有設定");
        names("old_visibility", "prior visibility", "old visibility", "previous visibility", "以前の公開設定",
                "変更前の公開設定");
        names("visibility_change", "visibility change", "公開設定の変更");
        names("owner", "owner", "document owner", "オーナー", "所有者");
        names("new_owner", "new owner", "新しいオーナー", "新しい所有者");
        names("target_user", "target", "対象", "共有相手");
    }

    private static void mail() {
        names("@message-id", "message id", "rfc 822 message id", "メッセージ id");
        names("@subject", "subject", "件名");
        names("@from", "from (header address)", "from", "sender", "from header address", "送信者", "差出人", "送信元",
                "from(ヘッダー アドレス)", "送信元(ヘッダー アドレス)");
        names("@envelope-from", "from (envelope)", "from envelope", "from(エンベロープ)", "送信元(エンベロープ)");
        names("@to", "to (envelope)", "to", "recipient", "recipients", "to envelope", "宛先", "受信者",
                "to(エンベロープ)", "宛先(エンベロープ)");
        names("@client-type", "client type", "クライアントの種類", "クライアント タイプ");
        names("@delegate", "delegate", "委任", "代理人", "委任されたユーザー");
        names("@attachment", "attachment name", "attachments", "添付ファイル名");
        names("@link", "link domain", "リンクのドメイン", "リンク ドメイン");
        names("@spam", "spam classification", "迷惑メールの分類", "迷惑メール分類");
        names("@malware", "attachment malware family", "malware family", "添付ファイルのマルウェア ファミリー");
    }

    private static void names(String name, String... aliases) {
        for (String alias : aliases) {
            NAMES.put(folded(alias), name);
        }
    }

    static List<String> of(List<String> header) {
        List<String> columns = new ArrayList<>();
        header.forEach(name -> columns.add(NAMES.getOrDefault(folded(name), name.strip())));
        return columns;
    }

    /** Width, case, blanks and byte order mark do not count. */
    private static String folded(String name) {
        String wide = Normalizer.normalize(name.length() <= 200 ? name : name.substring(0, 200), Normalizer.Form.NFKC);
        StringBuilder folded = new StringBuilder();
        for (int at = 0; at < wide.length(); at++) {
            char c = wide.charAt(at);
            if (c > ' ' && c != '_' && c != '"' && c != '\uFEFF' && c != '\u3000') {
                folded.append(c);
            }
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }
}
