package org.mimawari.connector.export.google;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Names of events as the admin console shows them, in English and Japanese, brought to the names of the Reports API.
 * The first line whose words all occur decides; a name that the interface itself uses stays as it is.
 */
final class ConsoleEvents {

    /** Words that must all occur; {@code a/b} is either. */
    private record Line(String name, List<List<String>> words) {

        boolean matches(String text) {
            return words.stream().allMatch(either -> either.stream().anyMatch(text::contains));
        }
    }

    private static final List<Line> LOGIN = lines(
            "user_signed_out_due_to_suspicious_session_cookie: session cookie/セッション cookie/セッションcookie",
            "account_disabled_spamming_through_relay: suspend/停止/disabled/無効, spam/迷惑メール/スパム, relay/リレー",
            "account_disabled_spamming: suspend/停止/disabled/無効, spam/迷惑メール/スパム",
            "account_disabled_password_leak: leak/漏洩/漏えい/流出",
            "account_disabled_hijacked: suspend/停止/disabled/無効/hijack/乗っ取, suspicious/不審/hijack/乗っ取/疑わしい",
            "suspicious_login_less_secure_app: suspicious/不審/疑わしい, less secure/安全性の低い",
            "suspicious_programmatic_login: suspicious/不審/疑わしい, programmatic/プログラム",
            "suspicious_login: suspicious login/suspicious_login/不審なログイン/疑わしいログイン",
            "gov_attack_warning: government/政府/gov_attack",
            "account_disabled_generic: user suspended/account disabled/account_disabled/ユーザーの停止/アカウントの停止/アカウントが無効",
            "risky_sensitive_action_blocked: sensitive action/機密, block/ブロック",
            "risky_sensitive_action_allowed: sensitive action/機密, allow/許可",
            "email_forwarding_out_of_domain: forward/転送",
            "blocked_sender: block/ブロック, email/sender/address/メール/送信者",
            "2sv_disable: 2-step/2sv/two-step/2 step/2 段階/2段階/二段階, disable/turned off/unenroll/無効/解除/オフ",
            "2sv_enroll: 2-step/2sv/two-step/2 step/2 段階/2段階/二段階",
            "titanium_unenroll: advanced protection/titanium/高度な保護, unenroll/disable/解除/無効",
            "titanium_enroll: advanced protection/titanium/高度な保護",
            "passkey_removed: passkey/パスキー, remov/delet/削除/解除",
            "passkey_enrolled: passkey/パスキー",
            "recovery_email_edit: recovery/再設定/復元, email/メール",
            "recovery_phone_edit: recovery/再設定/復元, phone/電話",
            "recovery_secret_qa_edit: recovery/再設定/復元",
            "password_edit: password/パスワード, chang/edit/変更/編集",
            "login_verification: verification/本人確認の検証/ログインの検証/ログインの確認",
            "login_challenge: challenge/本人確認/チャレンジ",
            "login_failure: login/logon/sign-in/ログイン, fail/失敗",
            "logout: logout/log out/sign out/ログアウト",
            "login_success: login/logon/sign-in/ログイン");
    private static final List<Line> ADMIN = lines(
            "REMOVE_API_CLIENT_ACCESS: api client/api クライアント, remov/revok/delet/削除/取り消",
            "AUTHORIZE_API_CLIENT_ACCESS: api client/api クライアント/domain-wide delegation/ドメイン全体の委任",
            "UNSUSPEND_USER: unsuspend/停止解除/停止の解除/再有効/reactivat",
            "EMAIL_LOG_SEARCH: email log search/メールログ検索/メール ログ検索/メールログの検索",
            "DELETE_EMAIL_MONITOR: email monitor/メール モニター/メールの監視, delet/削除",
            "CREATE_EMAIL_MONITOR: email monitor/メール モニター/メールの監視",
            "CREATE_DATA_TRANSFER_REQUEST: data transfer/データ移行/データの移行/データ転送",
            "CUSTOMER_TAKEOUT_CREATED: takeout/data export/データのエクスポート/データ エクスポート",
            "UNASSIGN_ROLE: role/ロール/役割, unassign/割り当て解除/割り当ての解除",
            "ASSIGN_ROLE: role/ロール/役割, assign/割り当て",
            "DELETE_ROLE: role/ロール/役割, delet/削除",
            "CREATE_ROLE: role/ロール/役割, creat/作成",
            "REVOKE_ADMIN_PRIVILEGE: admin/管理者, privilege/権限, revok/remov/取り消/削除",
            "GRANT_ADMIN_PRIVILEGE: admin/管理者, privilege/権限",
            "TURN_OFF_2_STEP_VERIFICATION: 2-step/2sv/2 step/2 段階/2段階, off/disable/無効/オフ",
            "CHANGE_PASSWORD: password/パスワード, chang/reset/変更/再設定/リセット",
            "DELETE_USER: user/ユーザー, delet/削除",
            "SUSPEND_USER: user/ユーザー, suspend/停止",
            "CREATE_USER: user/ユーザー, creat/added/作成/追加",
            "TOGGLE_OUTBOUND_RELAY: outbound relay/送信リレー",
            "ADD_TRUSTED_DOMAINS: trusted domain/信頼できるドメイン/信頼されたドメイン",
            "ADD_APPLICATION_TO_WHITELIST: marketplace app/marketplace アプリ",
            "CREATE_GMAIL_SETTING: gmail setting/gmail の設定, creat/作成/追加",
            "DELETE_GMAIL_SETTING: gmail setting/gmail の設定, delet/削除",
            "CHANGE_GMAIL_SETTING: gmail setting/gmail の設定",
            "CREATE_APPLICATION_SETTING: setting/設定, creat/作成/追加",
            "DELETE_APPLICATION_SETTING: setting/設定, delet/削除",
            "CHANGE_APPLICATION_SETTING: setting/設定");
    private static final List<Line> TOKEN = lines("revoke: revok/取り消/無効",
            "activity: activity/api call/api の呼び出し/アクティビティ",
            "request: request/リクエスト", "authorize: authoriz/grant/承認/許可/付与");
    private static final List<Line> DRIVE = lines("change_owner: owner/オーナー/所有",
            "change_document_visibility: visibility/公開設定/公開範囲/リンクの共有/リンク共有",
            "change_user_access: sharing permission/user access/access chang/共有権限/アクセス権/shar/共有",
            "download: download/ダウンロード", "export: export/エクスポート", "trash: trash/ゴミ箱", "delete: delet/削除",
            "edit: edit/編集", "view: view/表示/閲覧");
    private static final List<Line> MAIL = lines("17: attachment download/添付ファイルのダウンロード/添付ファイルがダウンロード",
            "15: link click/リンクのクリック/リンクがクリック", "11: autoforward/auto-forward/自動転送", "10: forward/転送",
            "4: late spam/遅延", "3: user spam/ユーザーによる", "14: removed from trash/delete/完全に削除/ゴミ箱から", "13: trash/ゴミ箱",
            "9: repl/返信", "8: unread/未読", "7: open/view/開封/表示", "2: receiv/受信", "1: sen/送信");

    private ConsoleEvents() {}

    static String login(String text) {
        return first(LOGIN, text);
    }

    /** True where it is an event of the login and account logs. */
    static boolean isOfAccount(String text) {
        String name = login(text);
        return LOGIN.stream().anyMatch(line -> line.name().equals(name));
    }

    static String admin(String text) {
        return first(ADMIN, text);
    }

    static String token(String text) {
        return first(TOKEN, text);
    }

    static String drive(String text) {
        return first(DRIVE, text);
    }

    /** The number of the event in the Gmail log; empty for an unknown one. */
    static String mail(String text) {
        String number = first(MAIL, text);
        return EventParameters.whole(number) > 0 ? number : "";
    }

    private static String first(List<Line> lines, String text) {
        String bare = text.strip();
        boolean interfaceName = bare.indexOf(' ') < 0 && bare.indexOf('_') > 0;
        if (interfaceName) {
            return bare;
        }
        String folded = folded(bare);
        return lines.stream().filter(line -> line.matches(folded)).map(Line::name).findFirst().orElse(bare);
    }

    static String folded(String text) {
        String shortened = text.length() <= 500 ? text : text.substring(0, 500);
        return Normalizer.normalize(shortened, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replace('‑', '-');
    }

    private static List<Line> lines(String... texts) {
        List<Line> lines = new ArrayList<>();
        for (String text : texts) {
            int colon = text.indexOf(": ");
            List<List<String>> words = new ArrayList<>();
            for (String part : text.substring(colon + 2).split(", ")) {
                words.add(List.of(part.split("/")));
            }
            lines.add(new Line(text.substring(0, colon), words));
        }
        return lines;
    }
}
