#include "services/kiosk_desk.h"
#include "lock/pin.h"
#include "system/sticks.h"

#include <utility>

namespace kiosk::services {

using visit::PinVerdict;
using visit::RecoveryStage;
using visit::StaffRequest;

namespace {

PinVerdict verdict_of(lock::LockState state)
{
    switch (state) {
    case lock::LockState::unset: return PinVerdict::unset;
    case lock::LockState::open: return PinVerdict::open;
    case lock::LockState::waiting: return PinVerdict::waiting;
    case lock::LockState::shut: return PinVerdict::shut;
    case lock::LockState::shut_for_good: return PinVerdict::shut_for_good;
    }
    return PinVerdict::unknown;
}

RecoveryStage stage_of(lock::RecoveryFault fault)
{
    switch (fault) {
    case lock::RecoveryFault::none: return RecoveryStage::none;
    case lock::RecoveryFault::no_stick: return RecoveryStage::no_stick;
    case lock::RecoveryFault::not_signed: return RecoveryStage::not_signed;
    case lock::RecoveryFault::other_kiosk: return RecoveryStage::other_kiosk;
    case lock::RecoveryFault::used_before: return RecoveryStage::used_before;
    case lock::RecoveryFault::too_far: return RecoveryStage::too_far;
    }
    return RecoveryStage::unknown;
}

visit::SettingsSaved saved(visit::Saved what, Result<> const& result)
{
    if (result) return {what, visit::SaveOutcome::saved, ""};
    return {what, visit::SaveOutcome::failed, result.error().line()};
}

// Where how the kiosk is could not be found out.
screens::HealthRow fault_row(Error const& fault) { return {"health", screens::Light::red, "health", {}, fault.line()}; }

// What staff are told of an order whose job has thrown.
visit::Action failed(StaffRequest what, Error const& fault)
{
    switch (what) {
    case StaffRequest::look_at_lock:
    case StaffRequest::check_pin: return visit::PinChecked{PinVerdict::unknown};
    case StaffRequest::find_recovery: return visit::RecoveryLookedFor{RecoveryStage::unknown};
    case StaffRequest::set_pin: return visit::PinSaved{visit::NewPinVerdict::failed};
    case StaffRequest::find_content:
    case StaffRequest::use_content:
    case StaffRequest::drop_content:
    case StaffRequest::go_back: return visit::ContentAnswered{visit::ContentStage::failed, fault.line()};
    case StaffRequest::save_settings: return saved(visit::Saved::settings, fault);
    case StaffRequest::set_clock: return saved(visit::Saved::clock, fault);
    default: break;
    }
    return visit::Tick{}; // nobody waits for it
}

} // namespace

KioskDesk::KioskDesk(KioskDeskOptions options, content::Pack const& pack, Writer& writer, Clock const& clock,
                     std::function<void()> answer)
    : options_(std::move(options)),
      clock_(clock),
      writer_(writer),
      figures_(options_.figures, pack, writer, answer),
      lock_({options_.data, options_.pin_hash, options_.machine_start}, clock.now()),
      settings_(options_.settings),
      worker_({"staff mode", options_.figures.waiting, Unbegun::done, answer})
{
    view_.kiosk = options_.figures.kiosk;
    view_.zone = options_.zone.name();
    // Nobody of the staff is there: what is plugged in is not looked at.
    ask({visit::StaffRequest::left, 0, {}, {}});
}

void KioskDesk::ask(show::StaffOrder order)
{
    auto const job = [&](auto work) {
        worker_.run(
            [ticket = order.ticket, work = std::move(work)] {
                return show::OrderAnswer{ticket, work()};
            },
            [what = order.what, ticket = order.ticket](Error const& fault) {
                return show::OrderAnswer{ticket, failed(what, fault)};
            });
    };
    switch (order.what) {
    case StaffRequest::none: break;
    case StaffRequest::look_at_lock:
        job([this] { return visit::Action(verdict(verdict_of(lock_.status(clock_.now()).state))); });
        break;
    case StaffRequest::check_pin: job([this, pin = order.pin] { return check_pin(pin); }); break;
    case StaffRequest::find_recovery: job([this] { return find_recovery(); }); break;
    case StaffRequest::set_pin: job([this, pin = order.pin] { return set_pin(pin); }); break;
    case StaffRequest::entered:
        job([this] { return options_.system.open_sticks(), visit::Action(visit::Touched{}); });
        look();
        break;
    case StaffRequest::left:
        job([this] { return options_.system.close_sticks(), visit::Action(visit::Tick{}); });
        break;
    case StaffRequest::look: look(); break;
    case StaffRequest::export_figures: export_figures(order.ticket); break;
    case StaffRequest::find_content:
    case StaffRequest::use_content:
    case StaffRequest::drop_content:
    case StaffRequest::go_back: job([this, what = order.what] { return content(what); }); break;
    case StaffRequest::save_settings: job([this, settings = order.settings] { return save(settings); }); break;
    case StaffRequest::set_clock: job([this, settings = order.settings] { return set_clock(settings); }); break;
    case StaffRequest::note_remark:
    case StaffRequest::take_back_remark: keep_remark(order); break;
    case StaffRequest::pack_away: pack_away(order.ticket); break;
    case StaffRequest::switch_off:
        ready_.emplace_back(show::OrderAnswer{order.ticket, visit::PackEnded{visit::PackStage::off, ""}});
        end(show::Ending::power_off);
        break;
    }
}

visit::PinChecked KioskDesk::verdict(PinVerdict verdict) const
{
    auto const status = lock_.status(clock_.now());
    return {verdict, status.wait, status.attempts};
}

visit::Action KioskDesk::check_pin(Secret pin)
{
    auto const attempt = lock_.attempt(pin, clock_.now());
    pin.wipe();
    if (!attempt) return verdict(PinVerdict::unknown);
    if (attempt.value() == lock::Attempt::right) return verdict(PinVerdict::right);
    auto const state = lock_.status(clock_.now()).state;
    if (state == lock::LockState::open) return verdict(PinVerdict::wrong);
    return verdict(verdict_of(state));
}

visit::Action KioskDesk::find_recovery()
{
    // Where no key can have signed one, a passer-by does not get his stick mounted by asking for it.
    if (options_.keys.empty()) return visit::RecoveryLookedFor{RecoveryStage::not_signed};
    options_.system.open_sticks();
    // A configuration that cannot say the name leaves the one that was known last, here too.
    auto const& configured = options_.figures.kiosk;
    auto const name = configured.empty() ? writer_.flush().kiosk : configured;
    auto const found = lock::find_recovery(places(), name, lock_.recovery_serial(), options_.keys);
    if (found.fault == lock::RecoveryFault::no_stick && only_a_foreign_stick())
        return visit::RecoveryLookedFor{RecoveryStage::foreign_stick};
    if (found.fault != lock::RecoveryFault::none) return visit::RecoveryLookedFor{stage_of(found.fault)};
    // Used up before it opens anything.
    if (!lock_.recovered(found.serial)) return visit::RecoveryLookedFor{RecoveryStage::unknown};
    return visit::RecoveryLookedFor{RecoveryStage::none};
}

visit::Action KioskDesk::set_pin(Secret const& pin)
{
    if (lock::fault_of(pin.digits()) != lock::PinFault::none) return visit::PinSaved{visit::NewPinVerdict::too_simple};
    return visit::PinSaved{lock_.set(pin) ? visit::NewPinVerdict::saved : visit::NewPinVerdict::failed};
}

void KioskDesk::look()
{
    figures_.look();
    auto const window = options_.window ? options_.window() : health::HealthFacts();
    worker_.run([this, window] { return machine(window); },
                [](Error const& fault) {
                    show::LookAnswer answer;
                    answer.view.health = {fault_row(fault)};
                    return answer;
                });
}

show::StaffAnswer KioskDesk::machine(health::HealthFacts const& window)
{
    show::LookAnswer answer;
    // Staff who come because something is wrong see what can be seen.
    if (options_.content) answer.view.content = options_.content->view();
    if (!options_.health) return answer;
    try {
        auto health = options_.health(window);
        answer.view.health = std::move(health.rows);
        answer.view.health_code = std::move(health.code);
    } catch (...) {
        answer.view.health = {fault_row(escaped("health"))};
    }
    return answer;
}

// Without words where there is no stick: the screen has its own, in the language that staff have chosen there.
std::string KioskDesk::fault_on_screen(ErrorKind kind)
{
    return kind == ErrorKind::missing ? "" : std::string(name(kind));
}

void KioskDesk::export_figures(show::Ticket ticket)
{
    auto const fault = figures_.begin_export();
    if (!fault)
        exporting_ = ticket;
    else
        ready_.emplace_back(
            show::OrderAnswer{ticket, visit::ExportEnded{visit::ExportOutcome::failed, fault_on_screen(*fault)}});
}

void KioskDesk::keep_remark(show::StaffOrder const& order)
{
    auto const change = order.what == StaffRequest::note_remark ? RemarkChange::note : RemarkChange::take_back;
    if (figures_.begin_remark(order.remark, change) == FiguresDesk::RemarkBegun::yes)
        remarking_ = order.ticket;
    else // Of whoever was here before, on a slow disk.
        ready_.emplace_back(
            show::OrderAnswer{order.ticket, visit::RemarkKept{visit::SaveOutcome::failed,
                                                              "the disk is still busy (try again in a minute)"}});
}

void KioskDesk::pack_away(show::Ticket ticket)
{
    auto const fault = figures_.begin_export();
    if (!fault)
        packing_ = ticket;
    else
        ready_.emplace_back(
            show::OrderAnswer{ticket, visit::PackEnded{visit::PackStage::failed, fault_on_screen(*fault)}});
}

void KioskDesk::end(show::Ending ending)
{
    ending_ = ending;
    ends_ = clock_.now() + kFarewell;
}

show::Ending KioskDesk::ending() const
{
    return ending_ != show::Ending::none && clock_.now() >= ends_ ? ending_ : show::Ending::none;
}

std::optional<Instant> KioskDesk::ends() const
{
    return ending_ == show::Ending::none ? std::nullopt : std::optional(ends_);
}

std::vector<std::filesystem::path> KioskDesk::places() const
{
    return sticks(options_.figures.exporting.folders, StickUse::reading, options_.figures.mounts);
}

visit::Action KioskDesk::save(StaffSettings const& settings)
{
    return saved(visit::Saved::settings, settings::write_settings(options_.data / settings::kSettingsFile, settings));
}

visit::Action KioskDesk::set_clock(StaffSettings const& settings) const
{
    auto const time = settings::wall_time(settings.clock, options_.zone);
    if (!time) return visit::SettingsSaved{visit::Saved::clock, visit::SaveOutcome::failed, "no day has this time"};
    auto const set = options_.system.set_clock(*time);
    // Whoever has set it vouches for it, whatever was seen before.
    if (set) writer_.believe_clock();
    return saved(visit::Saved::clock, set);
}

visit::Action KioskDesk::find_content()
{
    auto found = options_.content->find(places());
    if (found.stage == visit::ContentStage::none && only_a_foreign_stick()) found.stage = visit::ContentStage::foreign;
    return found;
}

bool KioskDesk::only_a_foreign_stick() const
{
    return places().empty() && has_foreign_stick(options_.figures.foreign_sticks);
}

visit::Action KioskDesk::content(StaffRequest what)
{
    if (!options_.content) return visit::ContentAnswered{visit::ContentStage::none, ""};
    switch (what) {
    case StaffRequest::find_content: return find_content();
    case StaffRequest::use_content: return options_.content->use();
    case StaffRequest::go_back: return options_.content->go_back();
    default: return options_.content->drop();
    }
}

bool KioskDesk::answered() const
{
    return !ready_.empty() || worker_.answered() || figures_.looked() || figures_.exported() || figures_.remarked();
}

std::vector<show::StaffAnswer> KioskDesk::answers()
{
    auto found = std::exchange(ready_, {});
    settings_.clock = settings::local_clock(clock_.wall(), options_.zone);
    for (auto& answer : worker_.take()) {
        if (auto* look = std::get_if<show::LookAnswer>(&answer)) {
            view_.health = std::move(look->view.health);
            view_.health_code = std::move(look->view.health_code);
            view_.content = std::move(look->view.content);
            answer = show::LookAnswer{view_, settings_};
        } else {
            auto const& action = std::get<show::OrderAnswer>(answer).action;
            if (auto const* content = action.as<visit::ContentAnswered>();
                content && content->stage == visit::ContentStage::switching)
                end(show::Ending::restart);
            if (auto const* saving = action.as<visit::SettingsSaved>();
                saving && saving->what == visit::Saved::settings && saving->outcome == visit::SaveOutcome::saved)
                end(show::Ending::restart);
        }
        found.push_back(std::move(answer));
    }
    if (figures_.remarked()) found.emplace_back(show::OrderAnswer{remarking_, figures_.take_remark()});
    if (figures_.exported()) {
        auto const ended = figures_.take_export();
        bool const done = ended.outcome == visit::ExportOutcome::done;
        if (exporting_) found.emplace_back(show::OrderAnswer{*std::exchange(exporting_, {}), ended});
        if (packing_) {
            found.emplace_back(show::OrderAnswer{
                *std::exchange(packing_, {}),
                visit::PackEnded{done ? visit::PackStage::off : visit::PackStage::failed, ended.words}});
            if (done) end(show::Ending::power_off);
        }
    }
    if (figures_.looked()) {
        figures_.take_look(view_);
        found.emplace_back(show::LookAnswer{view_, settings_});
    }
    return found;
}

} // namespace kiosk::services
