package network.spheron.dao.identity;

/** The realm roles; they open screens, while a wallet's signature is the authority. */
public final class Roles {
    public static final String HOLDER = "holder";
    public static final String CONTRACTOR = "contractor";
    public static final String STEWARD = "steward";
    public static final String AUDITOR = "auditor";

    private Roles() {}
}
