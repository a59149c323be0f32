#include "program/doctor/doctor.h"
#include "program/doctor/doctor_facts.h"
#include "program/doctor/doctor_machine.h"
#include "program/setup/windows.h"
#include "system/exit_code.h"
#include "system/print.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::program {

namespace {

std::string_view name_of(health::Light light)
{
    switch (light) {
    case health::Light::green: return "green";
    case health::Light::amber: return "amber";
    case health::Light::red: return "red";
    }
    return "";
}

// Opens a window as the kiosk does, and closes it again.
void look_at_display(Options const& options, health::HealthFacts& facts)
{
    auto const& config = options.config;
    bool const looping = config.mode == settings::Mode::display;
    auto const touching = looping ? health::TouchExpectation::not_expected : health::TouchExpectation::expected;
    auto opened = platform::Windows::open(windows_of(options));
    if (!opened) {
        facts.display.emplace();
        facts.display->fault = opened.error().line();
        // Without a desktop only one program has the screen.
        facts.display->fault += "; while the kiosk itself runs, stop it first: systemctl stop kiosk";
        facts.touch = touch_facts(0, touching);
        return;
    }
    auto& windows = *opened.value();
    windows.wait(Milliseconds(200)); // SDL finds devices by events
    auto& window = windows.at(0);
    auto const seen = window.facts();
    facts.display = display_facts(seen, windows.missing_screens());
    facts.panel = panel_facts(seen, looping ? config.display.screen : config.kiosk, window.diagonal_inches());
    facts.touch = touch_facts(seen.touch_devices, touching);
}

} // namespace

int check_health(Options const& options)
{
    auto const setup = load_setup(options, LoadPurpose::read_only);
    if (!setup) {
        fault(setup.error().line());
        return static_cast<int>(health::Light::red);
    }
    auto facts = facts_of(setup.value(), SystemClock());
    look_at_display(options, facts);
    updates::KeyList believed;
    if (setup.value().shelf) believed = setup.value().shelf->keys();
    facts.sources = source_facts(options, believed);
    facts.boot = boot_facts();
    auto const lines = health::judge(facts);
    for (auto const& line : lines) {
        print(Channel::output, "{:<6} {:<9} {}\n", name_of(line.light), line.id, line.words);
        // Each problem with its line.
        if (!line.key.starts_with("config.")) continue;
        for (auto const& problem : *facts.config_problems) print(Channel::output, "{:>17}{}\n", "", problem);
    }
    print(Channel::output, "{}\n", health::health_code(facts, lines));
    return static_cast<int>(health::worst(lines));
}

} // namespace kiosk::program
