package network.spheron.dao.events;

import java.math.BigInteger;

/**
 * One milestone as revealed on chain ({@code IBidBook.Milestone}).
 *
 * @param duration seconds from the agreement's start until it is due
 */
public record MilestoneTerms(BigInteger amount, long duration, String descriptionHash) {}
