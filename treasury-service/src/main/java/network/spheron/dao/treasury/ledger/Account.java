package network.spheron.dao.treasury.ledger;

import java.math.BigInteger;

/**
 * A ledger account. Money accounts say who holds tokens; budget accounts say what a line may still do with them. The two
 * never meet in one entry.
 */
public record Account(String name) {
    /** Prefix of every agreement's account in escrow. */
    public static final String ESCROW = "escrow/";

    /** Tokens that the Treasury contract holds. */
    public static Account treasury() {
        return new Account("treasury");
    }

    /** Tokens that the escrow holds for an agreement. */
    public static Account escrow(BigInteger agreementId) {
        return new Account(ESCROW + agreementId);
    }

    /** Tokens that the escrow holds for no agreement, because somebody sent them there. */
    public static Account unassigned() {
        return new Account(ESCROW + "unassigned");
    }

    /** Tokens that the escrow holds for a payee who could not receive them. */
    public static Account owed(String payee) {
        return new Account(ESCROW + "owed/" + payee);
    }

    /** Tokens that an address outside the platform received from it or gave to it. */
    public static Account outside(String address) {
        return new Account("outside/" + address);
    }

    /** The source of all allocations to budget lines. */
    public static Account allocations() {
        return new Account("budget/allocations");
    }

    /** What a line may still promise. */
    public static Account free(String lineName) {
        return new Account("budget/" + lineName + "/free");
    }

    /** What a line has promised. */
    public static Account reserved(String lineName) {
        return new Account("budget/" + lineName + "/reserved");
    }

    /** What a line has paid. */
    public static Account spent(String lineName) {
        return new Account("budget/" + lineName + "/spent");
    }
}
