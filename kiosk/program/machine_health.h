// How the running kiosk is, for the staff's card: the doctor's facts, with those of its own window, judged and put into
// rows for the screen and a line for the code. Owner: run.
#pragma once
#include "program/doctor_facts.h"

namespace kiosk::app {

// Of what is on the drawing thread: the window, its panel, its touch. Quick.
staff::HealthFacts window_facts(platform::Windows& windows, Show const& show, Config const& config);

// All facts, judged; reads the disk, the content and the database: on a worker.
MachineHealth machine_health(House const& house, engagement::Writer const& writer, Clock const& clock,
                             staff::HealthFacts const& window);

} // namespace kiosk::app
