// StaffServices: runs the commands of staff on a real kiosk: lock, figures, health, content and settings. One worker
// does what takes time, and the writer's thread what needs the store; both reply into one queue. Owner: the program.
// Borrows the pack, the writer, the clock and the content's service, which outlive it. Public functions: drawing thread
// only.
#pragma once
#include "health/health.h"
#include "services/content_service.h"
#include "services/figures_service.h"
#include "services/lock_service.h"
#include "settings/staff_settings.h"
#include "show/staff_service.h"
#include "system/system_requests.h"

namespace kiosk::services {

// How the machine is, as lines for the screen and as text for a code.
struct MachineHealth {
    std::vector<health::HealthLine> lines;
    std::string code;
};

struct StaffServicesOptions {
    FiguresServiceOptions figures;
    std::filesystem::path data; // folder of the lock and the settings
    std::string pin_hash;       // of the configuration; "" for none
    std::string boot_id;        // see lock/pin_lock.h
    lock::PublicKeys keys;      // that sign recovery sticks
    staff::Settings settings;   // as they are in force
    Zone zone;                  // of the clock that staff read and set
    SystemRequests system;
    // `window` is called on the drawing thread, `health` with its result on the worker. Either may be empty.
    std::function<health::HealthFacts()> window;
    std::function<MachineHealth(health::HealthFacts const&)> health;
    ContentService* content = nullptr; // none: content does not come on sticks
};

class StaffServices final : public show::StaffService {
public:
    // `replied` is called on the worker, or on the writer's thread, when a reply is there; it may be empty.
    StaffServices(StaffServicesOptions options, content::Content const& content, Writer& writer, Clock const& clock,
                  std::function<void()> replied);

    void run(staff::Command command, show::Ticket ticket) override;
    std::vector<show::TicketedReply> take_replies() override;
    bool has_replies() const override { return worker_.has_replies(); }
    show::ExitAction exit_action() const override;
    std::optional<Instant> exit_due() const override;

private:
    struct Runner;
    // Time to read that the kiosk switches off or restarts.
    static constexpr Duration kExitDelay = std::chrono::seconds(2);

    LockServiceOptions lock_options() const;
    void end(show::ExitAction exit_action);
    void end_by(staff::Reply const& reply);
    std::vector<std::filesystem::path> mount_points() const;
    bool only_a_foreign_stick() const;
    // On the worker:
    staff::ContentReplied find_content();
    staff::MachineRead read_machine(health::HealthFacts const& window);
    staff::ClockSet set_clock(staff::ClockReading const& reading) const;

    StaffServicesOptions options_;
    Clock const& clock_;
    Writer& writer_;
    FiguresService figures_;
    LockService lock_; // the worker's
    show::ExitAction exit_action_ = show::ExitAction::none;
    Instant exit_due_;
    Worker<show::TicketedReply> worker_; // last: its jobs use what stands above
};

} // namespace kiosk::services
