#include "monkey/staff_service.h"

#include <algorithm>
#include <utility>

namespace monkey {

using namespace kiosk;
using namespace std::chrono_literals;

std::optional<Duration> StaffService::patience()
{
    switch (++asked_ % 7) {
    case 3: return 4s;
    case 5: return 90s; // staff mode has ended by itself meanwhile
    case 6: return std::nullopt;
    default: return 0s;
    }
}

namespace {

struct Replies {
    unsigned asked;

    using Some = std::vector<staff::Reply>;
    bool good() const { return asked % 3 != 2; }
    staff::Outcome outcome() const { return good() ? staff::Outcome::done : staff::Outcome::failed; }

    Some operator()(staff::OpenSticks const&) const { return {}; }
    Some operator()(staff::CloseSticks const&) const { return {}; }
    Some operator()(staff::ReadLock const&) const
    {
        return {staff::LockRead{{asked % 11 == 7 ? staff::LockState::shut : staff::LockState::open}}};
    }
    Some operator()(staff::CheckPin const&) const
    {
        auto const attempt = good() ? staff::Attempt::right : staff::Attempt::wrong;
        return {staff::PinChecked{attempt, {staff::LockState::open, 0s, 7}}};
    }
    Some operator()(staff::FindRecovery const&) const
    {
        using staff::RecoveryFault;
        constexpr RecoveryFault kFaults[] = {RecoveryFault::none, RecoveryFault::no_stick, RecoveryFault::not_signed,
                                             RecoveryFault::used_before};
        return {staff::RecoveryChecked{kFaults[asked % 4]}};
    }
    Some operator()(staff::SetPin const&) const
    {
        return {staff::PinSet{good() ? staff::NewPinResult::saved : staff::NewPinResult::too_simple}};
    }
    Some operator()(staff::ReadView const&) const { return {figures(), machine()}; }
    Some operator()(staff::ExportFigures const&) const
    {
        return {staff::FiguresExported{outcome(), good() ? "monkey-2026-11-23" : ""}};
    }
    Some operator()(staff::FindContent const&) const { return content(); }
    Some operator()(staff::UseContent const&) const { return content(); }
    Some operator()(staff::DropContent const&) const { return content(); }
    Some operator()(staff::GoBack const&) const { return content(); }
    Some operator()(staff::SaveSettings const&) const { return {staff::SettingsSaved{outcome(), "the disk is full"}}; }
    Some operator()(staff::SetClock const&) const { return {staff::ClockSet{outcome(), "the disk is full"}}; }
    Some operator()(staff::KeepRemark const&) const { return {staff::RemarkKept{outcome(), "the disk is full"}}; }
    Some operator()(staff::ExportAndSwitchOff const&) const { return {staff::ClosedDown{outcome(), ""}}; }
    Some operator()(staff::SwitchOff const&) const { return {staff::ClosedDown{outcome(), ""}}; }

private:
    Some content() const
    {
        using staff::ContentStage;
        constexpr ContentStage kStages[] = {ContentStage::ready, ContentStage::none, ContentStage::refused,
                                            ContentStage::failed, ContentStage::switching};
        return {staff::ContentReplied{kStages[asked % 5], "unsigned_file"}};
    }
    staff::FiguresRead figures() const
    {
        staff::FiguresRead read;
        read.view.kiosk = "monkey";
        if (asked % 2 == 0) read.view.fault = "the data folder is full: free some space";
        if (asked % 5 == 0) read.view.state = staff::FiguresState::read;
        return read;
    }
    staff::MachineRead machine() const
    {
        staff::MachineRead read;
        if (asked % 3 != 0) {
            read.view.health = {{"touch", health::Light::red, "touch.none", {}, ""},
                                {"disk", health::Light::green, "disk.ok", {{"free", "12"}}, ""}};
            read.view.health_code = "KIOSK1 monkey";
        }
        read.view.content.updates = asked % 4 != 0;
        read.view.content.back = asked % 8 < 4 ? staff::RollbackTarget::to_a_version : staff::RollbackTarget::none;
        read.settings.languages = {"en", "fr", "nl", "de"};
        return read;
    }
};

} // namespace

void StaffService::run(staff::Command command, show::Ticket ticket)
{
    auto const replies = std::visit(Replies{asked_}, command);
    if (replies.empty()) return;
    auto const wait = patience();
    if (!wait) return;
    Waiting waiting{clock_.now() + *wait, {}};
    for (auto const& reply : replies) waiting.replies.push_back({ticket, reply});
    waiting_.push_back(std::move(waiting));
}

bool StaffService::has_replies() const
{
    return std::any_of(waiting_.begin(), waiting_.end(), [&](auto const& one) { return one.due <= clock_.now(); });
}

std::vector<show::TicketedReply> StaffService::take_replies()
{
    std::vector<show::TicketedReply> due;
    std::erase_if(waiting_, [&](Waiting& one) {
        if (one.due > clock_.now()) return false;
        for (auto& reply : one.replies) due.push_back(std::move(reply));
        return true;
    });
    return due;
}

} // namespace monkey
