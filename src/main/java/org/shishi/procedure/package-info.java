/** The packs, read and checked at start. */
@ApplicationModule(allowedDependencies = {"calendar", "people", "files"})
@NullMarked
package org.shishi.procedure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
