#include "staff/reply.h"

namespace kiosk::staff {

health::HealthLine fault_line(Error const& fault)
{
    auto const words = Error{"", fault.message, fault.advice}.line();
    return {.id = "health", .light = health::Light::red, .key = "health", .values = {}, .words = words};
}

namespace {

struct ReplyOfFault {
    Error const& fault;

    using Maybe = std::optional<Reply>;
    Maybe operator()(ReadLock const&) const { return LockRead{{.state = LockState::unknown}}; }
    Maybe operator()(CheckPin const&) const { return PinChecked{Attempt::refused, {.state = LockState::unknown}}; }
    Maybe operator()(FindRecovery const&) const { return RecoveryChecked{RecoveryFault::unknown}; }
    Maybe operator()(SetPin const&) const { return PinSet{NewPinResult::failed}; }
    Maybe operator()(OpenSticks const&) const { return std::nullopt; }
    Maybe operator()(CloseSticks const&) const { return std::nullopt; }
    Maybe operator()(ReadView const&) const
    {
        MachineRead read;
        read.view.health = {fault_line(fault)};
        return read;
    }
    Maybe operator()(ExportFigures const&) const
    {
        return FiguresExported{Outcome::failed, std::string(name(fault.kind))};
    }
    Maybe operator()(FindContent const&) const { return content(); }
    Maybe operator()(UseContent const&) const { return content(); }
    Maybe operator()(DropContent const&) const { return content(); }
    Maybe operator()(GoBack const&) const { return content(); }
    Maybe operator()(SaveSettings const&) const { return SettingsSaved{Outcome::failed, fault.line()}; }
    Maybe operator()(SetClock const&) const { return ClockSet{Outcome::failed, fault.line()}; }
    Maybe operator()(KeepRemark const&) const { return RemarkKept{Outcome::failed, fault.line()}; }
    Maybe operator()(ExportAndSwitchOff const&) const { return closed_down(); }
    Maybe operator()(SwitchOff const&) const { return closed_down(); }

private:
    Maybe content() const { return ContentReplied{ContentStage::failed, fault.line()}; }
    Maybe closed_down() const { return ClosedDown{Outcome::failed, std::string(name(fault.kind))}; }
};

} // namespace

std::optional<Reply> reply_of_fault(Command const& command, Error const& fault)
{
    return std::visit(ReplyOfFault{fault}, command);
}

} // namespace kiosk::staff
