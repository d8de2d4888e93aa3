/** Makes a service's read models again from the chain and the topics, beside the live ones, and compares the two. */
@NullMarked
package network.spheron.dao.rebuild;

import org.jspecify.annotations.NullMarked;
