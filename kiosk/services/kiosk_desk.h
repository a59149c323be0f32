// The desk of a kiosk that stands somewhere: the lock, the figures, the machine's health, its content and its settings,
// put together. Owner: run. Borrows the pack, the writer, the clock and the content's part, which outlive it.
// Everything but `answer` and the worker's jobs happens on the drawing thread.
#pragma once
#include "health/health.h"
#include "lock/pin_lock.h"
#include "lock/recovery.h"
#include "services/figures_desk.h"
#include "settings/staff_settings.h"
#include "show/content_desk.h"
#include "system/system_requests.h"

namespace kiosk::app {

// How the machine is, as rows for the screen and as text for a code.
struct MachineHealth {
    std::vector<screens::HealthRow> rows;
    std::string code;
};

struct KioskDeskOptions {
    FiguresDeskOptions figures;
    std::filesystem::path data; // the lock and the settings are kept below it
    std::string pin_hash;       // of the configuration; "" for none
    std::string machine_start;  // see lock/pin_lock.h
    staff::PublicKeys keys;     // that sign recovery sticks
    StaffSettings settings;     // as they are in force
    Zone zone;                  // of the clock that staff read and set
    staff::SystemRequests system;
    // Looked at on the drawing thread, then judged on the worker; may be empty.
    std::function<staff::HealthFacts()> window;
    std::function<MachineHealth(staff::HealthFacts const&)> health;
    ContentDesk* content = nullptr; // none: content does not come on sticks
};

class KioskDesk final : public StaffDesk {
public:
    KioskDesk(KioskDeskOptions options, content::Pack const& pack, engagement::Writer& writer, Clock const& clock,
              std::function<void()> answer);

    void ask(StaffOrder order) override;
    std::vector<StaffAnswer> answers() override;
    bool answered() const override;
    Ending ending() const override;
    std::optional<Instant> ends() const override;

private:
    // Time to read that the kiosk switches off, or begins anew.
    static constexpr Duration kFarewell = std::chrono::seconds(2);

    void look();
    static std::string fault_on_screen(ErrorKind kind);
    void export_figures(Ticket ticket);
    void keep_remark(StaffOrder const& order);
    void pack_away(Ticket ticket);
    void end(Ending ending);
    std::vector<std::filesystem::path> places() const;
    bool only_a_foreign_stick() const;
    visit::PinChecked verdict(visit::PinVerdict verdict) const;
    // On the worker:
    visit::Action check_pin(Secret pin);
    visit::Action find_recovery();
    visit::Action set_pin(Secret const& pin);
    visit::Action save(StaffSettings const& settings);
    visit::Action set_clock(StaffSettings const& settings) const;
    visit::Action content(visit::StaffRequest what);
    visit::Action find_content();
    StaffAnswer machine(staff::HealthFacts const& window);

    KioskDeskOptions options_;
    Clock const& clock_;
    engagement::Writer& writer_;
    FiguresDesk figures_;
    staff::PinLock lock_; // the worker's
    screens::StaffView view_;
    StaffSettings settings_;         // as last kept
    std::vector<StaffAnswer> ready_; // known at once
    std::optional<Ticket> exporting_, packing_;
    Ticket remarking_ = 0; // of the remark that is being kept
    Ending ending_ = Ending::none;
    Instant ends_;
    Worker<StaffAnswer> worker_; // last: its jobs use what stands above
};

} // namespace kiosk::app
