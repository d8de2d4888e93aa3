package network.spheron.dao.governance.sip;

/**
 * A revision as others see it.
 *
 * @param at server time in seconds since the epoch
 */
public record RevisionView(int number, String author, long at, String title, String text) {}
