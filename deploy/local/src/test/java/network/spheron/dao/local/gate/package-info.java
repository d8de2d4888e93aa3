/** Tests of the gates, against real programs behind them. */
@NullMarked
package network.spheron.dao.local.gate;

import org.jspecify.annotations.NullMarked;
