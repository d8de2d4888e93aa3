package network.spheron.dao.treasury.payout;

/** What speaks against releasing or refunding an amount at a block. */
sealed interface Objection {
    /**
     * Something is not as it must be.
     *
     * @param check the name of the check that found it
     * @param detail what it found, in words
     */
    record Refusal(String check, String detail) implements Objection {}

    /**
     * The chain lets it go no earlier than this: a stop of payments, or the milestone before, has moved its time.
     *
     * @param until in seconds since the epoch
     */
    record NotYet(long until) implements Objection {}
}
