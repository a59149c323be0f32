// The health of the running kiosk, for the health page of staff: facts of the machine and of its window, judged, as
// lines for the screen and as a text for the QR code.
#pragma once
#include "program/doctor/doctor_facts.h"

namespace kiosk::program {

// Facts of the first window, its panel and its touch devices. Quick; drawing thread only.
health::HealthFacts window_facts(platform::Windows& windows, show::ScreenRunner const& show,
                                 settings::Config const& config);

// All facts, judged. Reads the disk, the content and the database: on a worker.
services::MachineHealth machine_health(Setup const& setup, services::Writer const& writer, Clock const& clock,
                                       health::HealthFacts const& window);

} // namespace kiosk::program
