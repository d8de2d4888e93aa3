/** Deploys all contracts of the DAO in one run; plain Java, for local stacks, tests and operators. */
@NullMarked
package network.spheron.dao.chain.deployment;

import org.jspecify.annotations.NullMarked;
