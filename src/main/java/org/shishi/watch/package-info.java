/** All that happens because time passed. */
@ApplicationModule(
        allowedDependencies = {
            "sheet",
            "paper",
            "matter",
            "ledger",
            "ledger::store",
            "procedure",
            "people",
            "calendar",
            "files"
        })
@NullMarked
package org.shishi.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
