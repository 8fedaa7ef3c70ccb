import { defineScenario } from "who-saves";
import winters from "./hadcet-weekly.csv";

/**
 * A hospital pays a council £20,000 a winter to grit more pavements (Camden, on 30 real winters).
 * The same as `scenario.yaml` beside it, which has the comments; here a misspelt name is red in the editor.
 */
export const gritting = defineScenario(
  {
    title: "Grit more of Camden's footways",
    question:
      "One winter a hospital gave its council £20,000 to grit more pavements: fewer broken ankles, fewer ambulances, fewer people who come home needing care. If University College Hospital pays Camden £20,000 a winter, who saves? The story is of Camden; no public source was found for the payment itself. Its real twin is durham.yaml.\n",
    time: { start: "2025-10-01", years: 5, cycle: "week" },
    money: { priceYear: "2024/25", discount: "green-book-2026" },
    sources: {
      beynon2011: {
        title:
          "Beynon and others (2011), The cost of emergency hospital admissions for falls on snow and ice in England during winter 2009/10, Environmental Health 10:60",
        url: "https://ehjournal.biomedcentral.com/articles/10.1186/1476-069X-10-60",
        priceYear: "2009/10",
      },
      hadcet: {
        title:
          "Met Office Hadley Centre Central England Temperature, daily series averaged to weeks (Parker, Legg and Folland 1992, International Journal of Climatology 12:317-342)",
        licence: "Open Government Licence",
      },
      taylor: {
        title: "S. Taylor, Gritty stuff (blog); no other public source was found for the payment",
      },
    },
    quantities: {
      temperature: {
        label: "mean temperature of a week",
        file: "hadcet-weekly.csv",
        trace: "winter",
        column: "mean_temperature_c",
        beyond: 15,
        pick: "each-year",
        unit: "°C",
        source: "hadcet",
      },
      coldTail: {
        label: "more falls in weeks below 1 °C",
        value: 3.75,
        low: 1,
        high: 5,
        source: "assumption",
        note: "calibrated: our fit to the 16,064 admissions of 2009/10 (beynon2011)",
      },
      mildWeeks: {
        label: "how far the curve is too high in weeks of 1 °C or more",
        value: 1.9,
        low: 1,
        high: 2.5,
        source: "assumption",
        note: "calibrated: it gives 1,701 admissions for 2007/08, of which 890 were counted (beynon2011)",
      },
      onTreatedNetwork: {
        label: "share of falls on the treated network",
        value: "15%",
        low: "5%",
        high: "40%",
        source: "assumption",
        note: "share of falls that happen where the extra rounds go",
      },
      effect: {
        label: "fall in falls on a treated footway",
        value: "40%",
        low: "20%",
        high: "60%",
        source: "assumption",
        note: "fall in falls on a footway that is treated",
      },
    },
    agencies: {
      council: { name: "London Borough of Camden", kind: "local" },
      hospital: { name: "University College Hospital", kind: "local" },
      ambulance: { name: "London Ambulance Service", kind: "local" },
    },
    cohorts: { residents: { size: 220_000 } },
    services: {
      fallAdmission: {
        unit: "admission",
        cost: {
          hospital: {
            label: "an admission for a fall on ice",
            value: 3150,
            low: 2615,
            high: 3680,
            distribution: "uniform",
            note: "the low end is £42m for 16,064 admissions; the high end is pssru-2025.long, £5,395, of all long stays, in the prices of 2009/10",
          },
        },
        cashable: {
          value: "15%",
          low: "5%",
          high: "30%",
          source: "assumption",
          note: "no published share was found",
        },
        source: "beynon2011",
      },
      attendance: {
        unit: "attendance",
        cost: { catalogue: "pssru-2025.ae", bears: { NHS: "hospital" } },
        cashable: { value: "15%", low: "5%", high: "30%", source: "assumption" },
      },
      callOut: {
        unit: "call-out",
        cost: { catalogue: "HE3.0.2", bears: { NHS: "ambulance" } },
        cashable: {
          value: "10%",
          low: "2%",
          high: "30%",
          source: "assumption",
          note: "crews are rostered whether or not they are called",
        },
      },
      socialCare: {
        unit: "package",
        cost: { catalogue: "HE7.10", bears: { NHS: "none", "Local authority": "council" } },
        cashable: { value: "80%", low: "50%", high: "95%", source: "assumption", note: "mostly bought by the hour" },
      },
    },
    demand: {
      falls: {
        to: "fallAdmission",
        contacts: "52 * exp(0.456 - 0.463 * temperature) * (temperature < 1 ? coldTail : 1 / mildWeeks)",
        per: "100000 people",
        every: "year",
        source: "beynon2011",
      },
      attendOnly: {
        to: "attendance",
        each: "fallAdmission",
        contacts: {
          value: 7,
          low: 3,
          high: 12,
          source: "assumption",
          note: "attendances without admission for each admission",
        },
      },
      conveyed: {
        to: "callOut",
        each: "fallAdmission",
        contacts: {
          value: "60%",
          low: "30%",
          high: "90%",
          source: "assumption",
          note: "admissions that come by ambulance",
        },
      },
      hipFracture: {
        to: "socialCare",
        each: "fallAdmission",
        contacts: {
          value: "8%",
          low: "3%",
          high: "20%",
          source: "assumption",
          note: "admissions that are hip fractures and end in council care",
        },
        after: "2 weeks",
      },
    },
    interventions: {
      gritting: {
        name: "Extra gritting rounds",
        reaches: "everyone",
        deadweight: 0,
        costs: { rounds: { pays: { hospital: 20_000 }, to: "council", every: "year", source: "taylor" } },
        effects: { grit: { cut: { fallAdmission: "onTreatedNetwork * effect" } } },
      },
    },
    accept: {
      "services.callOut.cost.catalogue": "no newer unit cost of an ambulance or of a broken hip was found",
    },
    expect: {
      averted: {
        what: "contacts",
        service: "fallAdmission",
        year: 1,
        equals: 1.445,
        within: 0.005,
        from: "second computation",
        note: "the mean over the 30 winters",
      },
    },
  },
  { files: { "hadcet-weekly.csv": winters } },
);
