/** The real components behind tests of any module: PostgreSQL, Kafka, a chain, wallets and a token issuer. */
@NullMarked
package network.spheron.dao.testing;

import org.jspecify.annotations.NullMarked;
