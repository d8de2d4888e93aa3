package network.spheron.dao.chain.relay;

/** An account cannot send now; another one may. */
class AccountUnusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean passing;

    private AccountUnusable(String why, boolean passing) {
        super(why);
        this.passing = passing;
    }

    static AccountUnusable busy() {
        return new AccountUnusable("another replica sends from it", true);
    }

    static AccountUnusable poor() {
        return new AccountUnusable("it holds too little to pay the gas", false);
    }

    /** Whether this is part of the daily round, and nothing to tell an operator. */
    boolean isPassing() {
        return passing;
    }
}
