// How the running kiosk is, for the staff's card: the doctor's facts, with those of its own window, judged and put into
// rows for the screen and a line for the code. Owner: run.
#pragma once
#include "program/doctor/doctor_facts.h"

namespace kiosk::program {

// Of what is on the drawing thread: the window, its panel, its touch. Quick.
health::HealthFacts window_facts(platform::Windows& windows, show::Show const& show, settings::Config const& config);

// All facts, judged; reads the disk, the content and the database: on a worker.
services::MachineHealth machine_health(Setup const& setup, services::Writer const& writer, Clock const& clock,
                                       health::HealthFacts const& window);

} // namespace kiosk::program
