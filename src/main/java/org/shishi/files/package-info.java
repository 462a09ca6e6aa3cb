/** Photographs, recordings and documents that stand behind an entry: checked, stripped, kept by the hash of their bytes. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.shishi.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
