#include "program/doctor/machine_health.h"

#include <utility>

namespace kiosk::program {

health::HealthFacts window_facts(platform::Windows& windows, show::ScreenRunner const& show,
                                 settings::Config const& config)
{
    auto& window = windows.at(0);
    auto const seen = window.facts();
    health::HealthFacts facts;
    facts.display = display_facts(seen, windows.missing_screens());
    facts.panel = panel_facts(seen, config.kiosk, window.diagonal_inches());
    facts.touch = touch_facts(seen.touch_devices, health::TouchExpectation::expected);
    auto const& faults = show.panel().faults();
    facts.touch->ghosts = faults.stuck + faults.flood + faults.ghost;
    return facts;
}

services::MachineHealth machine_health(Setup const& setup, services::Writer const& writer, Clock const& clock,
                                       health::HealthFacts const& window)
{
    auto facts = facts_of(setup, clock);
    facts.display = window.display;
    facts.panel = window.panel;
    facts.touch = window.touch;
    facts.writer_fault = writer.status().last_fault;
    // Whoever reads this came in by it.
    facts.staff_pin.reset();
    auto lines = health::judge(facts);
    services::MachineHealth health;
    health.code = health::health_code(facts, lines);
    health.lines = std::move(lines);
    return health;
}

} // namespace kiosk::program
