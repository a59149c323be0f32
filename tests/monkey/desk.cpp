#include "monkey/desk.h"

#include <algorithm>
#include <utility>

namespace monkey {

using namespace kiosk;
using namespace std::chrono_literals;
using visit::StaffRequest;

std::optional<Duration> Desk::patience()
{
    switch (++asked_ % 7) {
    case 3: return 4s;
    case 5: return 90s; // staff mode has ended by itself meanwhile
    case 6: return std::nullopt;
    default: return 0s;
    }
}

void Desk::answer(show::StaffAnswer answer)
{
    if (auto const wait = patience()) waiting_.push_back({clock_.now() + *wait, std::move(answer)});
}

show::LookAnswer Desk::look() const
{
    show::LookAnswer answer;
    auto& view = answer.view;
    view.kiosk = "monkey";
    if (asked_ % 2 == 0) view.fault = "the data folder is full: free some space";
    if (asked_ % 5 == 0) view.state = screens::FiguresState::read;
    if (asked_ % 3 != 0) {
        view.health = {{"touch", screens::Light::red, "touch.none", {}, ""},
                       {"disk", screens::Light::green, "disk.ok", {{"free", "12"}}, ""}};
        view.health_code = "KIOSK1 monkey";
    }
    view.content.updates = asked_ % 4 != 0;
    view.content.back = asked_ % 8 < 4 ? screens::WayBack::to_a_version : screens::WayBack::none;
    answer.settings.languages = {"en", "fr", "nl", "de"};
    return answer;
}

visit::Action Desk::content()
{
    constexpr visit::ContentStage kStages[] = {visit::ContentStage::ready, visit::ContentStage::none,
                                               visit::ContentStage::refused, visit::ContentStage::failed,
                                               visit::ContentStage::switching};
    return visit::ContentAnswered{kStages[asked_ % 5], "unsigned_file"};
}

visit::Action Desk::recovery()
{
    constexpr visit::RecoveryStage kStages[] = {visit::RecoveryStage::none, visit::RecoveryStage::no_stick,
                                                visit::RecoveryStage::not_signed, visit::RecoveryStage::used_before};
    return visit::RecoveryLookedFor{kStages[asked_ % 4]};
}

void Desk::ask(show::StaffOrder order)
{
    auto const say = [&](visit::Action action) { answer(show::OrderAnswer{order.ticket, std::move(action)}); };
    bool const good = asked_ % 3 != 2;
    switch (order.what) {
    case StaffRequest::none:
    case StaffRequest::left: break;
    case StaffRequest::look_at_lock:
        say(visit::PinChecked{asked_ % 11 == 7 ? visit::PinVerdict::shut : visit::PinVerdict::open});
        break;
    case StaffRequest::check_pin:
        say(visit::PinChecked{good ? visit::PinVerdict::right : visit::PinVerdict::wrong, 0s, 7});
        break;
    case StaffRequest::find_recovery: say(recovery()); break;
    case StaffRequest::set_pin:
        say(visit::PinSaved{good ? visit::NewPinVerdict::saved : visit::NewPinVerdict::too_simple});
        break;
    case StaffRequest::entered:
    case StaffRequest::look: answer(look()); break;
    case StaffRequest::export_figures:
        say(good ? visit::ExportEnded{visit::ExportOutcome::done, "monkey-2026-11-23"}
                 : visit::ExportEnded{visit::ExportOutcome::failed, ""});
        break;
    case StaffRequest::find_content:
    case StaffRequest::use_content:
    case StaffRequest::drop_content:
    case StaffRequest::go_back: say(content()); break;
    case StaffRequest::save_settings:
    case StaffRequest::set_clock:
        say(visit::SettingsSaved{order.what == StaffRequest::set_clock ? visit::Saved::clock : visit::Saved::settings,
                                 good ? visit::SaveOutcome::saved : visit::SaveOutcome::failed, "the disk is full"});
        break;
    case StaffRequest::note_remark:
    case StaffRequest::take_back_remark:
        say(visit::RemarkKept{good ? visit::SaveOutcome::saved : visit::SaveOutcome::failed, "the disk is full"});
        break;
    case StaffRequest::pack_away:
    case StaffRequest::switch_off:
        say(visit::PackEnded{good ? visit::PackStage::off : visit::PackStage::failed, ""});
        break;
    }
}

bool Desk::answered() const
{
    return std::any_of(waiting_.begin(), waiting_.end(), [&](auto const& one) { return one.due <= clock_.now(); });
}

std::vector<show::StaffAnswer> Desk::answers()
{
    std::vector<show::StaffAnswer> due;
    std::erase_if(waiting_, [&](Waiting& one) {
        if (one.due > clock_.now()) return false;
        due.push_back(std::move(one.answer));
        return true;
    });
    return due;
}

} // namespace monkey
