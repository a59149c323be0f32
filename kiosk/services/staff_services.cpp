#include "services/staff_services.h"
#include "system/sticks.h"

#include <utility>

namespace kiosk::services {

using staff::Outcome;

namespace {

template <typename Saved>
Saved saved(Result<> const& result)
{
    return {result ? Outcome::done : Outcome::failed, result ? "" : result.error().line()};
}

} // namespace

StaffServices::StaffServices(StaffServicesOptions options, content::Content const& content, Writer& writer,
                             Clock const& clock, std::function<void()> replied)
    : options_(std::move(options)),
      clock_(clock),
      writer_(writer),
      figures_(options_.figures, content, writer),
      lock_(lock_options(), options_.system, clock),
      worker_({"staff mode", options_.figures.waiting, PendingJobs::done, std::move(replied)})
{
    // Nobody of the staff is there: what is plugged in is not looked at.
    run(staff::CloseSticks{}, show::kNoTicket);
}

LockServiceOptions StaffServices::lock_options() const
{
    LockServiceOptions lock;
    lock.lock = {options_.data, options_.pin_hash, options_.boot_id};
    lock.keys = options_.keys;
    // Without a name in the configuration, the last known one.
    lock.kiosk = [this] {
        auto const& configured = options_.figures.kiosk;
        return configured.empty() ? writer_.flush().kiosk : configured;
    };
    lock.mount_points = [this] { return mount_points(); };
    lock.only_a_foreign_stick = [this] { return only_a_foreign_stick(); };
    return lock;
}

// One overload a Command.
struct StaffServices::Runner {
    StaffServices& services;
    staff::Command const& command;
    show::Ticket ticket;

    // Runs `work` on the worker; an exception becomes a reply.
    template <typename Work>
    void work(Work work) const
    {
        services.worker_.run(
            [ticket = ticket, work = std::move(work)] {
                return show::TicketedReply{ticket, work()};
            },
            on_fault());
    }
    template <typename Work>
    void work_without_reply(Work work) const
    {
        services.worker_.run(
            [work = std::move(work)]() -> std::optional<show::TicketedReply> {
                work();
                return std::nullopt;
            },
            on_fault());
    }
    std::function<std::optional<show::TicketedReply>(Error)> on_fault() const
    {
        return [ticket = ticket, command = command](Error const& fault) -> std::optional<show::TicketedReply> {
            auto reply = staff::reply_of_fault(command, fault);
            if (!reply) return std::nullopt;
            return show::TicketedReply{ticket, std::move(*reply)};
        };
    }
    // A function that posts a reply from the writer's thread. It holds the queue, and nothing of the service, which may
    // be gone by then.
    auto post() const
    {
        return [queue = services.worker_.mailbox(), ticket = ticket](staff::Reply reply) {
            queue->post({ticket, std::move(reply)});
        };
    }

    void operator()(staff::ReadLock const&) const
    {
        work([&lock = services.lock_] { return staff::LockRead{lock.status()}; });
    }
    void operator()(staff::CheckPin const& check) const
    {
        work([&lock = services.lock_, pin = check.pin] { return lock.check(pin); });
    }
    void operator()(staff::FindRecovery const&) const
    {
        work([&lock = services.lock_] { return lock.find_recovery(); });
    }
    void operator()(staff::SetPin const& set) const
    {
        work([&lock = services.lock_, pin = set.pin] { return lock.set(pin); });
    }
    void operator()(staff::OpenSticks const&) const
    {
        work_without_reply([&system = services.options_.system] { system.open_sticks(); });
    }
    void operator()(staff::CloseSticks const&) const
    {
        work_without_reply([&system = services.options_.system] { system.close_sticks(); });
    }
    void operator()(staff::ReadView const&) const
    {
        services.figures_.read(post());
        auto const& window = services.options_.window;
        work([&services = services, seen = window ? window() : health::HealthFacts()] {
            return services.read_machine(seen);
        });
    }
    void operator()(staff::ExportFigures const&) const { services.figures_.export_to_stick(post()); }
    void operator()(staff::FindContent const&) const
    {
        content([&services = services] { return services.find_content(); });
    }
    void operator()(staff::UseContent const&) const
    {
        content([content = services.options_.content] { return content->use(); });
    }
    void operator()(staff::DropContent const&) const
    {
        content([content = services.options_.content] { return content->drop(); });
    }
    void operator()(staff::GoBack const&) const
    {
        content([content = services.options_.content] { return content->go_back(); });
    }
    void operator()(staff::SaveSettings const& save) const
    {
        work([file = services.options_.data / settings::kSettingsFile, settings = save.settings] {
            return saved<staff::SettingsSaved>(settings::write_settings(file, settings));
        });
    }
    void operator()(staff::SetClock const& set) const
    {
        work([&services = services, reading = set.clock] { return services.set_clock(reading); });
    }
    void operator()(staff::KeepRemark const& keep) const { services.figures_.keep(keep.remark, keep.change, post()); }
    void operator()(staff::ExportAndSwitchOff const&) const
    {
        services.figures_.export_to_stick([post = post()](staff::FiguresExported const& exported) {
            post(staff::ClosedDown{exported.outcome, exported.words});
        });
    }
    void operator()(staff::SwitchOff const&) const { post()(staff::ClosedDown{Outcome::done, ""}); }

private:
    template <typename Work>
    void content(Work found) const
    {
        work([there = services.options_.content != nullptr, found = std::move(found)] {
            return there ? found() : staff::ContentReplied{staff::ContentStage::none, ""};
        });
    }
};

void StaffServices::run(staff::Command command, show::Ticket ticket)
{
    std::visit(Runner{*this, command, ticket}, command);
}

std::vector<show::TicketedReply> StaffServices::take_replies()
{
    auto replies = worker_.take();
    for (auto& [ticket, reply] : replies) {
        end_by(reply);
        auto* read = std::get_if<staff::MachineRead>(&reply);
        if (!read) continue;
        // Set here so that the clock is current, and settings are known even if reading the health has failed.
        read->view.zone = options_.zone.name();
        read->settings = options_.settings;
        read->settings.clock = settings::local_clock(clock_.wall(), options_.zone);
    }
    return replies;
}

// New content and saved settings need a restart; a kiosk that was closed down is switched off.
void StaffServices::end_by(staff::Reply const& reply)
{
    if (auto const* content = std::get_if<staff::ContentReplied>(&reply))
        if (content->stage == staff::ContentStage::switching) end(show::ExitAction::restart);
    if (auto const* saving = std::get_if<staff::SettingsSaved>(&reply))
        if (saving->outcome == Outcome::done) end(show::ExitAction::restart);
    if (auto const* closed = std::get_if<staff::ClosedDown>(&reply))
        if (closed->outcome == Outcome::done) end(show::ExitAction::power_off);
}

void StaffServices::end(show::ExitAction exit_action)
{
    exit_action_ = exit_action;
    exit_due_ = clock_.now() + kExitDelay;
}

show::ExitAction StaffServices::exit_action() const
{
    return exit_action_ != show::ExitAction::none && clock_.now() >= exit_due_ ? exit_action_ : show::ExitAction::none;
}

std::optional<Instant> StaffServices::exit_due() const
{
    return exit_action_ == show::ExitAction::none ? std::nullopt : std::optional(exit_due_);
}

std::vector<std::filesystem::path> StaffServices::mount_points() const
{
    return sticks(options_.figures.exporting.folders, StickUse::reading, options_.figures.mounts);
}

bool StaffServices::only_a_foreign_stick() const
{
    return mount_points().empty() && has_unsupported_stick(options_.figures.foreign_sticks);
}

staff::MachineRead StaffServices::read_machine(health::HealthFacts const& window)
{
    staff::MachineRead read;
    auto& view = read.view;
    // The health may fail to be read; the rest is shown all the same.
    if (options_.content) view.content = options_.content->view();
    if (!options_.health) return read;
    try {
        auto health = options_.health(window);
        view.health = std::move(health.lines);
        view.health_code = std::move(health.code);
    } catch (...) {
        view.health = {staff::fault_line(caught_exception("health"))};
    }
    return read;
}

staff::ClockSet StaffServices::set_clock(staff::ClockReading const& reading) const
{
    auto const time = settings::wall_time(reading, options_.zone);
    if (!time) return {Outcome::failed, "no day has this time"};
    auto const set = options_.system.set_clock(*time);
    // The clock that staff have set is trusted, even if it is behind the highest time seen.
    if (set) writer_.trust_clock();
    return saved<staff::ClockSet>(set);
}

staff::ContentReplied StaffServices::find_content()
{
    auto found = options_.content->find(mount_points());
    if (found.stage == staff::ContentStage::none && only_a_foreign_stick()) found.stage = staff::ContentStage::foreign;
    return found;
}

} // namespace kiosk::services
