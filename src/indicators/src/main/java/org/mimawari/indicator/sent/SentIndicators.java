package org.mimawari.indicator.sent;

import java.util.List;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.TenantIndicator;
import org.mimawari.indicator.outgoing.OutgoingScope;

/** The indicators that look at sent messages, in the order of the report. */
public final class SentIndicators {

    private SentIndicators() {}

    public static List<Indicator> all(Policy policy) {
        OutgoingScope scope = new OutgoingScope(policy);
        return List.of(new SentBurstNovel(scope), new SentOffhours(scope), new SentBurstAbsolute(scope),
                new SentSlowNovel(scope), new SentCampaignSubject(scope), new SentCampaignSimhash(scope),
                new SentNewLink(scope), new SentReplytoMismatch(scope), new SentBankChange(scope),
                new SentLookalikeThread(scope), new SentNoCopy(scope), new SentFromForeign(scope),
                new SentOriginIp(scope), new SentClientDeviation(scope), new SentFanoutDomains(scope),
                new SentFakeThread(scope), new SentUrgentMoney(scope), new SentInternalPhish(scope),
                new SentProviderRestricted(scope), new SentSendasShared(scope), new SentQrHtmlAttach(scope),
                new SentLanguageShift(scope), new SentQueueGrowth(scope));
    }

    public static List<TenantIndicator> ofTenant(Policy policy) {
        return List.of();
    }
}
