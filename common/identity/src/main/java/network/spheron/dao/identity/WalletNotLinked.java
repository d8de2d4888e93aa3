package network.spheron.dao.identity;

/** The signed-in person has not proved control of the wallet. */
public class WalletNotLinked extends RuntimeException {
    public WalletNotLinked(String address) {
        super("wallet " + address + " is not linked to you");
    }
}
