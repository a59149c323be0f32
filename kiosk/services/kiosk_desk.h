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

namespace kiosk::services {

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
    lock::PublicKeys keys;      // that sign recovery sticks
    StaffSettings settings;     // as they are in force
    Zone zone;                  // of the clock that staff read and set
    SystemRequests system;
    // Looked at on the drawing thread, then judged on the worker; may be empty.
    std::function<health::HealthFacts()> window;
    std::function<MachineHealth(health::HealthFacts const&)> health;
    show::ContentDesk* content = nullptr; // none: content does not come on sticks
};

class KioskDesk final : public show::StaffDesk {
public:
    KioskDesk(KioskDeskOptions options, content::Pack const& pack, Writer& writer, Clock const& clock,
              std::function<void()> answer);

    void ask(show::StaffOrder order) override;
    std::vector<show::StaffAnswer> answers() override;
    bool answered() const override;
    show::Ending ending() const override;
    std::optional<Instant> ends() const override;

private:
    // Time to read that the kiosk switches off, or begins anew.
    static constexpr Duration kFarewell = std::chrono::seconds(2);

    void look();
    static std::string fault_on_screen(ErrorKind kind);
    void export_figures(show::Ticket ticket);
    void keep_remark(show::StaffOrder const& order);
    void pack_away(show::Ticket ticket);
    void end(show::Ending ending);
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
    show::StaffAnswer machine(health::HealthFacts const& window);

    KioskDeskOptions options_;
    Clock const& clock_;
    Writer& writer_;
    FiguresDesk figures_;
    lock::PinLock lock_; // the worker's
    screens::StaffView view_;
    StaffSettings settings_;               // as last kept
    std::vector<show::StaffAnswer> ready_; // known at once
    std::optional<show::Ticket> exporting_, packing_;
    show::Ticket remarking_ = 0; // of the remark that is being kept
    show::Ending ending_ = show::Ending::none;
    Instant ends_;
    Worker<show::StaffAnswer> worker_; // last: its jobs use what stands above
};

} // namespace kiosk::services
