/** What the chain says about a deployment: who may do what, what ends when, and whether all is as it should be. */
@NullMarked
package network.spheron.dao.chain.report;

import org.jspecify.annotations.NullMarked;
