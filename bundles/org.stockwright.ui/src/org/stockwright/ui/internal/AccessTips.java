package org.stockwright.ui.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.model.application.ui.menu.MHandledItem;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.ui.Allowed;

/**
 * Lets the menu and tool bar items of commands that the user may not run say why. Which permission a command needs is
 * read from the same extensions that disable its handler.
 */
@SuppressWarnings("nls")
final class AccessTips {

    private static final String ORIGINAL = "org.stockwright.ui.tooltip";

    private final IWorkbenchWindow window;
    private final Map<String, String> permissions = permissions();
    private final Listener menus = event -> update();

    private AccessTips(IWorkbenchWindow window) {
        this.window = window;
    }

    /** Follows what the user may do as long as the window is open. */
    static void follow(IWorkbenchWindow window) {
        AccessTips tips = new AccessTips(window);
        Allowed.follow(window.getShell(), tips::update);
        if (window.getShell().getMenuBar() != null) {
            // A menu makes its items when it is shown for the first time.
            window.getShell().getMenuBar().addListener(SWT.Show, tips.menus);
        }
    }

    /** The permission by command, as the handlers' expressions name it. */
    static Map<String, String> permissions() {
        Map<String, String> found = new HashMap<>();
        for (IConfigurationElement handler : Platform.getExtensionRegistry()
            .getConfigurationElementsFor("org.eclipse.ui.handlers")) {
            tested(handler).ifPresent(permission -> found.put(handler.getAttribute("commandId"), permission));
        }
        return found;
    }

    private static Optional<String> tested(IConfigurationElement element) {
        if (element.getName().equals("test") && "org.stockwright.ui.may".equals(element.getAttribute("property"))) {
            return Optional.of(element.getAttribute("args"));
        }
        for (IConfigurationElement child : element.getChildren()) {
            Optional<String> permission = tested(child);
            if (permission.isPresent()) {
                return permission;
            }
        }
        return Optional.empty();
    }

    private void update() {
        MWindow model = window.getService(MWindow.class);
        EModelService service = window.getService(EModelService.class);
        if (model == null || service == null) {
            return;
        }
        for (MHandledItem item : service.findElements(model, MHandledItem.class,
            EModelService.IN_TRIM | EModelService.IN_MAIN_MENU | EModelService.IN_PART, element -> true)) {
            String permission = item.getCommand() == null ? null
                : permissions.get(item.getCommand().getElementId());
            if (permission != null) {
                String original = item.getTransientData().computeIfAbsent(ORIGINAL,
                    key -> item.getTooltip() == null ? "" : item.getTooltip()).toString();
                item.setTooltip(Allowed.whyNot(permission).orElse(original.isEmpty() ? null : original));
            }
        }
    }

}
