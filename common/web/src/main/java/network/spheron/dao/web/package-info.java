/** The portal's look and manners: layout, components, forms that sign, problem details, request protection. */
@NullMarked
package network.spheron.dao.web;

import org.jspecify.annotations.NullMarked;
