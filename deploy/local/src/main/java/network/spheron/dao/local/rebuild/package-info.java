/** {@code deploy/rebuild}: a service's read models made again from chain and topics, and held against the live ones. */
@NullMarked
package network.spheron.dao.local.rebuild;

import org.jspecify.annotations.NullMarked;
