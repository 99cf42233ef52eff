package org.stockwright.bench.internal;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.bench.BenchmarkPermission;
import org.stockwright.security.Permission;
import org.stockwright.security.spi.PermissionSource;

/** What roles are made of, in the words of a person. */
@Component
public final class BenchmarkPermissions implements PermissionSource {

    @Override
    public List<Permission> permissions() {
        return List.of(
            new Permission(BenchmarkPermission.RUN, "Measure speed",
                "A book is filled with test data and measured.", false));
    }

}
