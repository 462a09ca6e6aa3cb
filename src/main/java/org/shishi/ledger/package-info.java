/** Lines that are never changed, and the proof of it. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.shishi.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
