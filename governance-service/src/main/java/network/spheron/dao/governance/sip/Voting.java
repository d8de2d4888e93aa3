package network.spheron.dao.governance.sip;

import org.jspecify.annotations.Nullable;

/** What SIPs need to know of the vote on them, which is a feature of its own. */
public interface Voting {
    /** Why the caller cannot vote on the SIP now, in sentences; null when one of their wallets can. */
    @Nullable
    String against(SipSnapshot sip);
}
