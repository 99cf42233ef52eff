package org.stockwright.example.loans.internal;

import java.net.URL;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.persistence.InstalledModule.Guard;
import org.stockwright.persistence.InstalledModule.Subject;
import org.stockwright.persistence.spi.ModuleContribution;
import org.stockwright.persistence.spi.Scripts;

/** What loans bring to the book: a table, and the wish that nothing lent moves while nobody looks. */
@Component
public final class LoansModule implements ModuleContribution {

    private static final List<String> SCRIPTS = List.of("0001-loans.sql");

    @Override
    public String moduleId() {
        return "org.stockwright.example.loans";
    }

    @Override
    public String version() {
        return "0.1.0";
    }

    @Override
    public String title() {
        return "Loans";
    }

    @Override
    public String feature() {
        return "org.stockwright.example.feature";
    }

    @Override
    public List<Class<?>> entities() {
        return List.of();
    }

    @Override
    public List<URL> migrations() {
        return Scripts.of(LoansModule.class, SCRIPTS);
    }

    @Override
    public List<Guard> guards() {
        return List.of(new Guard(Subject.ITEM, "example_loan", "item_id"));
    }

}
