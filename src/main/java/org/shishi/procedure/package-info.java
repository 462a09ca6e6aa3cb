/** The packs, read and checked at start. */
@ApplicationModule(allowedDependencies = {"calendar", "people"})
@NullMarked
package org.shishi.procedure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
