package org.mimawari.store;

import org.mimawari.evidence.AutoReply;
import org.mimawari.evidence.ConnectedApp;
import org.mimawari.evidence.Delegation;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.FeedbackReport;
import org.mimawari.evidence.ForwardingSetting;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.MailFlowRule;
import org.mimawari.evidence.MailRemoval;
import org.mimawari.evidence.MailSearch;
import org.mimawari.evidence.MailboxProfile;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.NonDeliveryReport;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.ProviderAlert;
import org.mimawari.evidence.ReceivedMessage;
import org.mimawari.evidence.SendAsAddress;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SignIn;

/** Finds the shape of each kind of evidence; what is written by it reads back equal. */
final class EvidenceShape {

    private EvidenceShape() {}

    /** Writes the fields of the evidence's own kind; its origin is the caller's. */
    static void write(Evidence evidence, FieldSink out) {
        switch (evidence.kind()) {
            case SIGN_IN -> ActivityShapes.write((SignIn) evidence, out);
            case MAILBOX_RULE -> SettingShapes.write((MailboxRule) evidence, out);
            case FORWARDING_SETTING -> SettingShapes.write((ForwardingSetting) evidence, out);
            case SETTING_CHANGE -> SettingShapes.write((SettingChange) evidence, out);
            case MAIL_FLOW_RULE -> SettingShapes.write((MailFlowRule) evidence, out);
            case SENT_MESSAGE -> ActivityShapes.write((SentMessage) evidence, out);
            case RECEIVED_MESSAGE -> ActivityShapes.write((ReceivedMessage) evidence, out);
            case NON_DELIVERY_REPORT -> ActivityShapes.write((NonDeliveryReport) evidence, out);
            case FEEDBACK_REPORT -> ActivityShapes.write((FeedbackReport) evidence, out);
            case MAIL_ACCESS -> ActivityShapes.write((MailAccess) evidence, out);
            case MAIL_REMOVAL -> ActivityShapes.write((MailRemoval) evidence, out);
            case MAIL_SEARCH -> ActivityShapes.write((MailSearch) evidence, out);
            case DELEGATION -> SettingShapes.write((Delegation) evidence, out);
            case CONNECTED_APP -> SettingShapes.write((ConnectedApp) evidence, out);
            case SEND_AS_ADDRESS -> SettingShapes.write((SendAsAddress) evidence, out);
            case AUTO_REPLY -> SettingShapes.write((AutoReply) evidence, out);
            case PROVIDER_ALERT -> ActivityShapes.write((ProviderAlert) evidence, out);
            case MAILBOX_PROFILE -> SettingShapes.write((MailboxProfile) evidence, out);
        }
    }

    static Evidence read(EvidenceKind kind, Origin origin, FieldSource in) {
        return switch (kind) {
            case SIGN_IN -> ActivityShapes.readSignIn(origin, in);
            case MAILBOX_RULE -> SettingShapes.readMailboxRule(origin, in);
            case FORWARDING_SETTING -> SettingShapes.readForwardingSetting(origin, in);
            case SETTING_CHANGE -> SettingShapes.readSettingChange(origin, in);
            case MAIL_FLOW_RULE -> SettingShapes.readMailFlowRule(origin, in);
            case SENT_MESSAGE -> ActivityShapes.readSentMessage(origin, in);
            case RECEIVED_MESSAGE -> ActivityShapes.readReceivedMessage(origin, in);
            case NON_DELIVERY_REPORT -> ActivityShapes.readNonDeliveryReport(origin, in);
            case FEEDBACK_REPORT -> ActivityShapes.readFeedbackReport(origin, in);
            case MAIL_ACCESS -> ActivityShapes.readMailAccess(origin, in);
            case MAIL_REMOVAL -> ActivityShapes.readMailRemoval(origin, in);
            case MAIL_SEARCH -> ActivityShapes.readMailSearch(origin, in);
            case DELEGATION -> SettingShapes.readDelegation(origin, in);
            case CONNECTED_APP -> SettingShapes.readConnectedApp(origin, in);
            case SEND_AS_ADDRESS -> SettingShapes.readSendAsAddress(origin, in);
            case AUTO_REPLY -> SettingShapes.readAutoReply(origin, in);
            case PROVIDER_ALERT -> ActivityShapes.readProviderAlert(origin, in);
            case MAILBOX_PROFILE -> SettingShapes.readMailboxProfile(origin, in);
        };
    }
}
