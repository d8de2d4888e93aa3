package network.spheron.dao.journey;

import java.math.BigInteger;

/**
 * A workstream as a CSV file states it.
 *
 * @param budget in whole units of the currency
 * @param currency may be empty
 */
record WorkstreamRow(String id, String title, BigInteger budget, String currency) {}
