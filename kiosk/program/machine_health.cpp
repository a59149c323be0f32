#include "program/machine_health.h"

#include <utility>

namespace kiosk::app {

namespace {

screens::Light light_of(staff::Light light)
{
    switch (light) {
    case staff::Light::green: return screens::Light::green;
    case staff::Light::amber: return screens::Light::amber;
    case staff::Light::red: return screens::Light::red;
    }
    return screens::Light::red;
}

} // namespace

staff::HealthFacts window_facts(platform::Windows& windows, Show const& show, Config const& config)
{
    auto& window = windows.at(0);
    auto const seen = window.facts();
    staff::HealthFacts facts;
    facts.display = display_facts(seen, windows.missing_screens());
    facts.panel = panel_facts(seen, config.kiosk, window.diagonal_inches());
    facts.touch = touch_facts(seen.touch_devices, staff::Touching::expected);
    auto const& faults = show.panel().faults();
    facts.touch->ghosts = faults.held + faults.spam + faults.repeated;
    return facts;
}

MachineHealth machine_health(House const& house, engagement::Writer const& writer, Clock const& clock,
                             staff::HealthFacts const& window)
{
    auto facts = facts_of(house, clock);
    facts.display = window.display;
    facts.panel = window.panel;
    facts.touch = window.touch;
    facts.writer_fault = writer.status().last_fault;
    // Whoever reads this came in by it.
    facts.staff_pin.reset();
    auto const lines = staff::judge(facts);
    MachineHealth health;
    health.code = staff::health_code(facts, lines);
    for (auto const& line : lines)
        health.rows.push_back({line.id, light_of(line.light), line.key, line.values, line.id + ": " + line.words});
    return health;
}

} // namespace kiosk::app
