#!/usr/bin/python3
"""A browser for WebKitWebDriver whose profile outlives it: MiniBrowser's automation is always ephemeral.

WEBKIT_PROFILE names the folder.
"""
import os

import gi

gi.require_version('Gtk', '3.0')
gi.require_version('WebKit2', '4.1')
from gi.repository import Gtk, WebKit2  # noqa: E402

profile = os.environ['WEBKIT_PROFILE']
context = WebKit2.WebContext(
    website_data_manager=WebKit2.WebsiteDataManager(
        base_data_directory=os.path.join(profile, 'data'),
        base_cache_directory=os.path.join(profile, 'cache'),
    )
)
context.set_automation_allowed(True)
# Without a locale, navigator.language would be 'C'.
context.set_preferred_languages(['en-US'])
settings = WebKit2.Settings(enable_write_console_messages_to_stdout=True)


def new_view(*_):
    window = Gtk.Window(default_width=1024, default_height=768)
    view = WebKit2.WebView(web_context=context, settings=settings, is_controlled_by_automation=True)
    view.connect('close', lambda _: window.destroy())
    view.connect('create', lambda *_: new_view())
    window.add(view)
    window.show_all()
    view.grab_focus()
    return view


def automation_started(_, session):
    info = WebKit2.ApplicationInfo()
    info.set_name('webkit-browser')
    info.set_version(
        WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version()
    )
    session.set_application_info(info)
    session.connect('create-web-view', new_view)


context.connect('automation-started', automation_started)
Gtk.main()
