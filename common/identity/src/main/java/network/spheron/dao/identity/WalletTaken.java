package network.spheron.dao.identity;

/** The wallet is linked to somebody else, who has to end that link first. */
public class WalletTaken extends RuntimeException {
    public WalletTaken(String address) {
        super("wallet " + address + " is linked to somebody else");
    }
}
