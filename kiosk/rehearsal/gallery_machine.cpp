// The staff's pages about the kiosk itself in the gallery, for a machine without faults and for one with many.
#include "rehearsal/gallery_staff.h"

namespace kiosk::rehearsal {

namespace {

using health::HealthLine;
using health::Light;
using StaffView = staff::View;
using staff::ContentStage;
using staff::LockState;
using staff::RecoveryFault;
using visit::CloseDownStage;
using visit::NewPinStage;
using visit::PinStage;
using visit::Progress;
using visit::Screen;

StaffView healthy_view(content::Content const& content)
{
    StaffView view;
    view.kiosk = "brussels-1";
    view.zone = "Europe/Brussels";
    view.state = staff::FiguresState::read;
    view.health = {
        {"kiosk", Light::green, "kiosk.ok", {{"name", "brussels-1"}}, ""},
        {"event",
         Light::green,
         "event.fair",
         {{"name", "Salon des Vacances"}, {"from", "2027-02-04"}, {"to", "2027-02-07"}},
         ""},
        {"zone", Light::green, "zone.ok", {{"zone", "Europe/Brussels"}}, ""},
        {"display", Light::green, "display.ok", {{"size", "1920x1080"}}, ""},
        {"panel", Light::green, "panel.ok", {{"inches", "21.5"}}, ""},
        {"touch", Light::green, "touch.ok", {}, ""},
        {"disk", Light::green, "disk.ok", {{"free", "5120"}}, ""},
        {"clock", Light::green, "clock.ok", {{"date", "2027-02-06"}}, ""},
        {"content", Light::green, "content.ok", {{"version", content.version}}, ""},
        {"database", Light::green, "database.ok", {}, ""},
        {"figures", Light::green, "figures.ok", {}, ""},
        {"pin", Light::green, "pin.ok", {}, ""},
        {"notices", Light::green, "notices.ok", {{"count", "36"}, {"file", "/usr/share/doc/kiosk/NOTICES"}}, ""}};
    view.health_code = "KIOSK1 brussels-1 0.1.0 content=2026.11.1 free=5120MB green=13";
    view.content.version = content.version;
    view.content.updates = true;
    return view;
}

StaffView unhealthy_view(content::Content const& content)
{
    auto view = healthy_view(content);
    view.health[0] = {"kiosk", Light::red, "kiosk.no-name", {}, ""};
    view.health[1] = {"event", Light::amber, "event.past", {{"name", "Salon des Vacances"}, {"day", "2026-02-07"}}, ""};
    view.health[5] = {"touch", Light::red, "touch.none", {}, ""};
    view.health[6] = {"disk", Light::red, "disk.read-only", {{"folder", "/var/lib/kiosk"}, {"free", "0"}}, ""};
    view.health[7] = {"clock", Light::red, "clock.back", {{"date", "1970-01-01"}, {"seen", "2027-02-06"}}, ""};
    view.health[8] = {
        "content", Light::amber, "content.expired", {{"version", content.version}, {"day", "2027-01-31"}}, ""};
    view.health[12] = {"notices", Light::amber, "notices.missing", {{"file", "/usr/share/doc/kiosk/NOTICES"}}, ""};
    view.health.push_back({"restarts", Light::amber, "restarts.many", {{"count", "31"}}, ""});
    view.health_code =
        "KIOSK1 brussels-1 0.1.0 content=2026.11.1 free=0MB red=kiosk.no-name,touch.none,disk.read-only,clock.back "
        "amber=event.past,content.expired,restarts.many,notices.missing green=7";
    view.content.origin = content::Origin::stick;
    view.content.trial = staff::ContentTrial::running;
    view.content.valid_until = "2027-01-31";
    view.content.expired = true;
    view.content.back = staff::RollbackTarget::to_a_version;
    view.content.back_to = "2026.10.2";
    view.content.went_back = "starts";
    return view;
}

// One of each kind, two with words as long as they come.
std::vector<content::ContactChange> sample_changes()
{
    using enum content::ContactKind;
    std::string const receives_now =
        "The team of ECPAT Belgium reads it. If there is enough usable information, it goes to the Police.";
    return {{address, "be-form", "fr", "https://jedisstop.be/", "https://jedisstop.be/signaler", false},
            {address, "pl-form", "en", "https://www.stopseksturystyce.fdds.pl/",
             "https://zglaszanie.stopseksturystyce.fdds.pl/formularz-zgloszeniowy"},
            {telephone, "be-116000", "", "116 000", ""},
            {writing, "be-116000", "", "", "chat 116000.be"},
            {anonymous, "ch-portal", "", "", "yes"},
            {free, "be-116000", "", "yes", "no"},
            {hours, "be-116000", "", "24/7", ""},
            {speaks, "be-116000", "", "fr nl", "fr nl de"},
            {works_from, "be-116000", "", "country", "anywhere"},
            {received_by, "be-form", "", "ECPAT Belgium", "Police"},
            {words, "report.title", "fr", "Où signaler ?", "Où appeler ?"},
            {emergency, "CH", "", "117 police", "112 all"},
            {name, "be-form", "de", "Ich sage STOPP!", "Ich sage Stopp"},
            {receives, "be-form", "en", receives_now, "ECPAT Belgium reads it, and passes it on to the Police."},
            {tip, "be-116000", "nl", "", "Alleen in België."},
            {leads_to, "CH", "", "ch-portal, ch-online", "ch-portal"},
            {home, "", "", "BE", "LU"},
            {in_text, "ecpat.example", "", "", "ecpat.example"}};
}

class MachineViews {
public:
    MachineViews(content::Content const& content, content::Language language, Instant now)
        : content_(content),
          language_(std::move(language)),
          now_(now)
    {
    }
    visit::State at(Screen screen) const
    {
        auto state = visit::fresh_state(content_, now_);
        state.screen = screen;
        state.language = language_;
        return state;
    }
    void add(std::string const& name, visit::State state, StaffView const& view)
    {
        views_.push_back({name, std::move(state), {}, view});
    }
    void pin(std::string const& name, PinStage stage, staff::LockStatus lock)
    {
        auto state = at(Screen::staff_pin);
        state.staff.pin = stage;
        state.staff.lock = lock;
        add("staff-pin." + name, state, healthy_view(content_));
    }
    void recovery(std::string const& name, staff::RecoveryFault fault)
    {
        auto state = at(Screen::staff_pin);
        state.staff.recovery = visit::RecoveryStage::refused;
        state.staff.recovery_fault = fault;
        add("staff-pin." + name, state, healthy_view(content_));
    }
    void new_pin(std::string const& name, NewPinStage stage)
    {
        auto state = at(Screen::staff_new_pin);
        state.staff.new_pin = stage;
        add("staff-new-pin" + name, state, healthy_view(content_));
    }
    void content(std::string const& name, StaffView const& view, ContentStage stage, std::string const& words = "")
    {
        auto state = at(Screen::staff_content);
        state.staff.content = stage;
        state.staff.content_words = words;
        add("staff-content" + name, state, view);
    }
    void settings(std::string const& name, staff::HoursRule rule, Progress saving)
    {
        auto state = at(Screen::staff_settings);
        auto& staff = state.staff;
        staff.settings_known = true;
        staff.settings.languages = content_.languages;
        staff.settings.hours = rule;
        staff.settings.days[6] = staff::DayRule::closed;
        staff.settings.clock = {2027, 2, 6, 14, 35};
        staff.saving = saving;
        staff.save_words = "/var/lib/kiosk/settings.toml: the disk cannot be written to (check the disk)";
        add("staff-settings" + name, state, healthy_view(content_));
    }
    void close_down(std::string const& name, CloseDownStage stage, std::string const& words = "")
    {
        auto state = at(Screen::staff_close_down);
        state.staff.closing_down = stage;
        state.staff.closing_words = words;
        add("staff-pack" + name, state, healthy_view(content_));
    }
    void touch(std::string const& name, std::set<int> corners)
    {
        auto state = at(Screen::staff_touch);
        state.staff.corners = std::move(corners);
        add("staff-touch" + name, state, healthy_view(content_));
    }
    std::vector<View> take() { return std::move(views_); }

private:
    content::Content const& content_;
    content::Language language_;
    Instant now_;
    std::vector<View> views_;
};

} // namespace

std::vector<View> machine_gallery(content::Content const& content, content::Language const& language,
                                  GalleryScope choice, Instant now)
{
    using namespace std::chrono_literals;
    if (content.staff.empty()) return {};
    MachineViews views(content, language, now);
    auto const good = healthy_view(content);
    auto const bad = unhealthy_view(content);
    auto ready = good;
    ready.content.staged = {"2027.02.1", "2028-02-28", 4, 27, 14, 16, 31, {}, 1, {}};
    auto moving = ready;
    moving.content.staged.signers = 2;
    moving.content.staged.contacts = sample_changes();
    views.add("staff-health", views.at(Screen::staff_health), good);
    views.content("", good, ContentStage::idle);
    views.settings("", staff::HoursRule::set, Progress::idle);
    views.touch("", {0, 2});
    views.close_down("", CloseDownStage::asked);
    views.new_pin("", NewPinStage::first);
    if (choice == GalleryScope::one_of_each) return views.take();
    views.add("staff-health.bad", views.at(Screen::staff_health), bad);
    views.add("staff-health.awaited", views.at(Screen::staff_health), StaffView{});
    views.content(".bad", bad, ContentStage::idle);
    views.content(".none", good, ContentStage::none);
    views.content(".foreign", good, ContentStage::foreign);
    views.content(".checking", good, ContentStage::checking);
    views.content(".ready", ready, ContentStage::ready);
    views.content(".moving", moving, ContentStage::ready);
    views.content(".refused", good, ContentStage::refused, "unsigned_file");
    views.content(".switching", good, ContentStage::switching);
    views.settings(".usual", staff::HoursRule::file, Progress::done);
    views.settings(".failed", staff::HoursRule::always, Progress::failed);
    views.touch(".all", {0, 1, 2, 3});
    views.close_down(".idle", CloseDownStage::idle);
    views.close_down(".failed", CloseDownStage::failed);
    views.close_down(".off", CloseDownStage::off);
    views.new_pin(".simple", NewPinStage::too_simple);
    views.pin("left", PinStage::wrong, {LockState::open, 0s, 7});
    views.pin("waiting", PinStage::refused, {LockState::waiting, 4min, 6});
    views.pin("shut", PinStage::refused, {LockState::shut, 0s, 0});
    views.pin("shut-for-good", PinStage::refused, {LockState::shut_for_good, 0s, 0});
    views.recovery("other-kiosk", RecoveryFault::other_kiosk);
    views.recovery("foreign-stick", RecoveryFault::foreign_stick);
    return views.take();
}

} // namespace kiosk::rehearsal
